package scorescope.ui.inspector;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import scorescope.ui.background.Background;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.WorkbenchModel;

/** The right side: everything that can be set, in sections that fold away. */
public final class Inspector extends ScrollPane implements AutoCloseable {
    private final DistributionSection distribution;
    private final MeasureSection measure;

    public Inspector(WorkbenchModel model, Background background, TrainingController training, Dialogs dialogs) {
        distribution = new DistributionSection(model, background, true);
        measure = new MeasureSection(model, background, false);
        setId("inspector");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(new VBox(
                distribution.section(),
                new NoiseSection(model, false).section(),
                new StudySection(model, false).section(),
                new TrainSection(model, training, dialogs, true).section(),
                new SampleSection(model, false).section(),
                new ProbeSection(model, false).section(),
                measure.section(),
                new LayersSection(model, false).section()));
        // The skin keeps a picture of all it holds, which software rendering then paints anew for every changed digit.
        skinProperty().subscribe(skin -> {
            if (skin != null) {
                lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
            }
        });
    }

    @Override
    public void close() {
        measure.close();
    }

    /** Waits for the pictures in it: for a picture of the window taken without a running clock. */
    public void drawNow() {
        distribution.drawNow();
    }
}
