package scorescope.ui.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.guide.Numbers;
import scorescope.ui.control.Explanations;
import scorescope.ui.control.FoldingRow;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** α, SNR and log-SNR of the noise level shown, and σ if the bar sets t. */
public final class NoiseReadouts extends HBox {
    private final WindowModel model;
    private final Entry sigma =
            new Entry("notation.sigma", "ui.noise-readouts.standard-deviation-noise-data-units", 44);
    private final Entry alpha = new Entry("notation.signal", "ui.noise-readouts.factor-signal-x-alpha-x0", 34);
    private final Entry snr = new Entry("notation.snr", "ui.noise-readouts.signal-to-noise-alpha-squared", 48);
    private final Entry logSnr = new Entry("notation.log-snr", "notation.log-alpha-squared-over-sigma-squared", 40);

    private Runnable wider = () -> {};

    private static final class Entry extends HBox {
        private final String symbol;
        private final String definition;
        private final double width;
        private final Label name = new Label();
        private final Label value = new Label();
        private boolean wanted = true;
        private boolean folded;

        /**
         * A symbol and its value.
         *
         * @param symbol the key of its text, as {@code definition} is
         * @param width of usual values, so that nothing moves while the number does; longer ones take more
         */
        Entry(String symbol, String definition, double width) {
            super(4);
            this.symbol = symbol;
            this.definition = definition;
            this.width = width;
            name.getStyleClass().add("noise-symbol");
            name.setMinWidth(USE_PREF_SIZE);
            value.getStyleClass().add("noise-number");
            value.setMinWidth(width);
            Explanations.offer(this, "");
            setAlignment(Pos.BASELINE_LEFT);
            setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(name, value);
        }

        /** In the notation of this moment. */
        void name() {
            name.setText(Words.text(symbol));
            setAccessibleHelp(Words.text(definition));
        }

        /** Whether the value needs another width than the one before. */
        boolean write(String text) {
            if (text.equals(value.getText())) {
                return false;
            }
            value.setText(text);
            double before = value.getMinWidth();
            value.setMinWidth(Math.max(width, Math.ceil(value.prefWidth(-1))));
            return value.getMinWidth() != before;
        }

        void want(boolean now) {
            wanted = now;
            show();
        }

        void fold(boolean now) {
            folded = now;
            show();
        }

        private void show() {
            setVisible(wanted && !folded);
            setManaged(isVisible());
        }
    }

    public NoiseReadouts(WindowModel model) {
        this.model = model;
        getStyleClass().add("noise-readouts");
        getStylesheets().add(NoiseReadouts.class.getResource(NoiseBar.STYLES).toExternalForm());
        setSpacing(8);
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(List.of(sigma, alpha, snr, logSnr));
        model.onNotation(() -> List.of(sigma, alpha, snr, logSnr).forEach(Entry::name));
        setMinWidth(USE_PREF_SIZE);
        model.resolvedProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    /** Stands at the end of a row, which leaves out what follows from the rest first. All of them stand under Noise too. */
    public void addTo(FoldingRow row) {
        wider = row::refold;
        row.getChildren().add(this);
        List.of(logSnr, snr, alpha, sigma).forEach(entry -> row.foldNext(entry::fold));
    }

    private void refresh() {
        NoiseLevel level = model.level();
        sigma.want(NoiseScale.of(model) instanceof NoiseScale.Time);
        boolean changed = sigma.write(NoiseScale.written(level.sigma()));
        changed |= alpha.write(NoiseScale.written(level.alpha()));
        changed |= snr.write(snr(level));
        changed |= logSnr.write(logSnr(level));
        if (changed) {
            wider.run();
        }
    }

    /** All of them in one text, for a place that may take more than one line. */
    public static String line(NoiseLevel level) {
        var all = new ArrayList<String>();
        all.add(Words.text("notation.sigma") + " " + NoiseScale.written(level.sigma()));
        all.add(Words.text("notation.signal") + " " + NoiseScale.written(level.alpha()));
        all.add(Words.text("notation.snr") + " " + snr(level));
        all.add(Words.text("notation.log-snr") + " " + logSnr(level));
        return String.join(" · ", all);
    }

    private static String logSnr(NoiseLevel level) {
        return level.sigma() == 0 ? Words.text("notation.infinity") : NoiseScale.written(level.logSnr());
    }

    private static String snr(NoiseLevel level) {
        return level.sigma() == 0
                ? Words.text("notation.infinity")
                : ratio(level.alpha() * level.alpha() / level.sigma() / level.sigma());
    }

    private static String ratio(double snr) {
        return snr >= 1000 || snr < 0.01
                ? Numbers.significant(snr, 1)
                : String.format(Locale.ROOT, snr >= 10 ? "%.0f" : snr >= 1 ? "%.1f" : "%.2f", snr);
    }
}
