package scorescope.ui.inspector;

import scorescope.ui.background.Background;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Page of measurements: values at the probe, and distances of the particles from the density. */
final class MeasurePanel implements AutoCloseable {
    private final MeasureTable measures;
    private final Panel panel;

    MeasurePanel(WindowModel model, Background background) {
        var probe = new ProbeTable(model);
        measures = new MeasureTable(model, background);
        panel = new Panel(
                "measure",
                Words.text("ui.rail.measure"),
                probe,
                Panel.heading(Words.text("ui.measure.closeness")),
                measures);
        panel.stateProperty().set(Words.text("ui.rail.measure.help"));
        panel.visibleProperty().subscribe(shown -> {
            probe.attend(shown);
            measures.attend(shown);
        });
    }

    Panel panel() {
        return panel;
    }

    @Override
    public void close() {
        measures.close();
    }
}
