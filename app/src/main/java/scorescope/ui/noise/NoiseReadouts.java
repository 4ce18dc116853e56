package scorescope.ui.noise;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import scorescope.core.noise.NoiseLevel;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/** α, SNR and log-SNR of the noise level looked at, and σ where the bar sets t. */
public final class NoiseReadouts extends HBox {
    private static final double ROOMY = 1200;
    private static final double NARROW = 1100;

    private final WorkbenchModel model;
    private final Entry sigma =
            new Entry("notation.sigma", "ui.noise-readouts.standard-deviation-noise-data-units", 44);
    private final Entry alpha = new Entry("notation.signal", "ui.noise-readouts.factor-signal-x-alpha-x0", 34);
    private final Entry snr = new Entry("notation.snr", "ui.noise-readouts.signal-to-noise-alpha-squared", 40);
    private double room = Double.POSITIVE_INFINITY;
    private final Entry logSnr = new Entry("notation.log-snr", "notation.log-alpha-squared-over-sigma-squared", 40);

    private static final class Entry extends HBox {
        private final String symbol;
        private final String definition;
        private final Label name = new Label();
        private final Label value = new Label();
        private final Tooltip explained = new Tooltip();

        /** @param symbol the key of its text, as {@code definition} is */
        Entry(String symbol, String definition, double width) {
            super(4);
            this.symbol = symbol;
            this.definition = definition;
            name.getStyleClass().add("noise-symbol");
            name.setMinWidth(USE_PREF_SIZE);
            value.getStyleClass().add("noise-number");
            // A fixed width, so that nothing moves while the number does.
            value.setMinWidth(width);
            value.setPrefWidth(width);
            Tooltip.install(this, explained);
            setAlignment(Pos.BASELINE_LEFT);
            getChildren().addAll(name, value);
        }

        /** In the notation of this moment. */
        void name() {
            name.setText(Words.text(symbol));
            explained.setText(Words.text(definition));
        }

        void write(String text) {
            value.setText(text);
        }
    }

    public NoiseReadouts(WorkbenchModel model) {
        this.model = model;
        getStyleClass().add("noise-readouts");
        getStylesheets().add(NoiseReadouts.class.getResource(NoiseBar.STYLES).toExternalForm());
        setSpacing(8);
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(List.of(sigma, alpha, snr, logSnr));
        model.onNotation(() -> List.of(sigma, alpha, snr, logSnr).forEach(Entry::name));
        setMinWidth(USE_PREF_SIZE);
        sceneProperty().flatMap(Scene::widthProperty).addListener((_, _, width) -> {
            room = width == null ? Double.POSITIVE_INFINITY : width.doubleValue();
            refresh();
        });
        model.resolvedProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    private void refresh() {
        NoiseLevel level = model.level();
        boolean timed = !Double.isNaN(level.t());
        show(sigma, timed);
        // In a narrow window the rest of the row needs the room; SNR and log-SNR follow from α and σ.
        show(snr, room >= NARROW || !timed);
        show(logSnr, room >= ROOMY);
        sigma.write(NoiseScale.written(level.sigma()));
        alpha.write(NoiseScale.written(level.alpha()));
        snr.write(
                level.sigma() == 0
                        ? Words.text("notation.infinity")
                        : ratio(level.alpha() * level.alpha() / level.sigma() / level.sigma()));
        logSnr.write(level.sigma() == 0 ? Words.text("notation.infinity") : NoiseScale.written(level.logSnr()));
    }

    private static void show(Entry entry, boolean visible) {
        entry.setVisible(visible);
        entry.setManaged(visible);
    }

    private static String ratio(double snr) {
        return snr >= 1000 || snr < 0.01
                ? String.format(Locale.ROOT, "%.0e", snr)
                : String.format(Locale.ROOT, snr >= 10 ? "%.0f" : snr >= 1 ? "%.1f" : "%.2f", snr);
    }
}
