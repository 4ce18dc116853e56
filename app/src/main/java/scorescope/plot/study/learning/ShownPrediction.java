package scorescope.plot.study.learning;

import java.util.List;
import scorescope.core.score.Prediction;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.words.Words;

/**
 * A prediction with its symbol, colour and dash, equal in all charts.
 *
 * @param key key of the symbol's text
 */
record ShownPrediction(Prediction prediction, String key, ThemeColor color, Dash dash) {
    static final ShownPrediction EPSILON =
            new ShownPrediction(Prediction.EPSILON, "notation.eps", ThemeColor.category(4), Dash.SOLID);
    static final ShownPrediction SAMPLE =
            new ShownPrediction(Prediction.SAMPLE, "notation.clean", Palette::clean, Dash.SOLID);
    static final ShownPrediction V =
            new ShownPrediction(Prediction.V_PREDICTION, "notation.v", ThemeColor.category(1), Dash.DASHED);
    static final ShownPrediction SCORE =
            new ShownPrediction(Prediction.SCORE, "study.error-amplification.score", Palette::analytic, Dash.DOTTED);
    static final ShownPrediction MEAN =
            new ShownPrediction(Prediction.MEAN, "notation.posterior-mean", ThemeColor.category(7), Dash.DASHED);

    static final List<ShownPrediction> ALL = List.of(EPSILON, SAMPLE, V, SCORE, MEAN);

    String symbol() {
        return Words.text(key);
    }
}
