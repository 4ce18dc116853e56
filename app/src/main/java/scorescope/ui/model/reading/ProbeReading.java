package scorescope.ui.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import scorescope.core.denoise.Posterior;
import scorescope.core.denoise.Sure;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.JacobianField;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.Prediction;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.words.Words;

/** The numbers at the probe, as rows of a table. */
public final class ProbeReading {
    private static final int DECIMALS = 2;

    /** A smaller responsibility would be written as 0 %. */
    private static final double LEAST = 0.005;

    private ProbeReading() {}

    /**
     * One line of the table.
     *
     * @param learned empty while there is no learned score, or it has no such number
     * @param definition a sentence for the tooltip
     */
    public record Row(String name, String analytic, Optional<String> learned, String definition) {}

    /**
     * All lines; none at σ = 0, where there is nothing to denoise.
     *
     * @param process the process whose time the level is; empty for a level of plain noise
     */
    public static List<Row> of(
            MixtureScore exact, NoiseProcess process, NoiseLevel level, Optional<ScoreField> learned, ProbePoint at) {
        if (!(level.sigma() > 0)) {
            return List.of();
        }
        var here = Here.of(exact, level, at);
        var there = learned.map(score -> Here.of(score, level, at));
        var rows = new ArrayList<Row>();
        rows.add(row(
                Words.text("notation.s"),
                here,
                there,
                Prediction.SCORE,
                Words.text("ui.probe-reading.score-grad-log-p-x-tilde")));
        rows.add(row(
                Words.text("notation.e-x0-x-tilde"),
                here,
                there,
                Prediction.SAMPLE,
                Words.text("ui.probe-reading.mean-clean-point-x-tilde-plus")));
        rows.add(row(
                Words.text("notation.eps"),
                here,
                there,
                Prediction.EPSILON,
                Words.text("ui.probe-reading.noise-prediction-minus-sigma-s")));
        rows.add(row(
                Words.text("notation.v"),
                here,
                there,
                Prediction.V_PREDICTION,
                Words.text("ui.probe-reading.v-prediction-alpha-epsilon-minus-sigma")));
        if (process instanceof DiscreteDdpm chain && level.t() > 0) {
            double beta = chain.betaUpTo(level.t());
            rows.add(new Row(
                    Words.text("notation.posterior-mean"),
                    here.stepBack(beta),
                    there.map(score -> score.stepBack(beta)),
                    Words.text("ui.probe-reading.mean-ddpm-step-back-from", chain.stepAt(level.t()))));
        }
        var behind = new Posterior(exact).at(at.x(), at.y(), level);
        var moments = behind.moments();
        double error = level.alpha() * level.alpha() * (moments.xx() + moments.yy());
        rows.add(new Row(
                Words.text("ui.probe-reading.sure"),
                number(here.sure()),
                there.filter(score -> Double.isFinite(score.sure())).map(score -> number(score.sure())),
                Words.text("ui.probe-reading.stein-estimate-squared-error-x-tilde")));
        rows.add(new Row(
                Words.text("ui.probe-reading.error"),
                number(error),
                there.map(score -> {
                    double dx = level.alpha() * (score.x(Prediction.SAMPLE) - moments.meanX());
                    double dy = level.alpha() * (score.y(Prediction.SAMPLE) - moments.meanY());
                    return number(error + dx * dx + dy * dy);
                }),
                Words.text("ui.probe-reading.true-mean-squared-error-x-tilde")));
        rows.add(new Row(
                Words.text("ui.probe-reading.std"),
                pair(Math.sqrt(moments.xx()), Math.sqrt(moments.yy())),
                Optional.empty(),
                Words.text("ui.probe-reading.standard-deviations-clean-point-given")));
        rows.add(new Row(
                Words.text("notation.responsibilities"),
                shares(behind),
                Optional.empty(),
                Words.text("ui.probe-reading.responsibilities-shares-three-likeliest-components")));
        return rows;
    }

    private static String shares(GaussianMixture behind) {
        var shares = behind.components().stream()
                .map(c -> c.weight())
                .sorted((a, b) -> Double.compare(b, a))
                .limit(3)
                .filter(share -> share >= LEAST)
                .map(share -> String.format(Locale.ROOT, "%.0f%%", 100 * share))
                .toList();
        return String.join(" ", shares);
    }

    private static Row row(String name, Here here, Optional<Here> there, Prediction prediction, String definition) {
        return new Row(name, here.pair(prediction), there.map(score -> score.pair(prediction)), definition);
    }

    /** One score at the probe. */
    private record Here(double scoreX, double scoreY, double sure, NoiseLevel level, ProbePoint at) {
        static Here of(ScoreField score, NoiseLevel level, ProbePoint at) {
            double[] x = {at.x()};
            double[] y = {at.y()};
            var out = new double[6][1];
            score.score(x, y, 0, 1, level, out[0], out[1]);
            double sure = Double.NaN;
            if (score instanceof JacobianField field) {
                field.jacobian(x, y, 0, 1, level, out[2], out[3], out[4], out[5]);
                sure = Sure.at(out[0][0], out[1][0], out[2][0] + out[5][0], level.sigma(), 1);
            }
            return new Here(out[0][0], out[1][0], sure, level, at);
        }

        double x(Prediction prediction) {
            return prediction.fromScore(scoreX, at.x(), level.alpha(), level.sigma());
        }

        double y(Prediction prediction) {
            return prediction.fromScore(scoreY, at.y(), level.alpha(), level.sigma());
        }

        /** μ̃ of DDPM's step of this β. */
        String stepBack(double beta) {
            double sigma = level.sigma();
            return ProbeReading.pair(
                    Prediction.posteriorMean(x(Prediction.EPSILON), at.x(), beta, sigma),
                    Prediction.posteriorMean(y(Prediction.EPSILON), at.y(), beta, sigma));
        }

        String pair(Prediction prediction) {
            return ProbeReading.pair(x(prediction), y(prediction));
        }
    }

    /** Two numbers, such as "(0.50, −1.25)". */
    public static String pair(double x, double y) {
        return "(" + Numbers.pair(x, y, DECIMALS) + ")";
    }

    private static String number(double value) {
        return Numbers.readOut(value, DECIMALS);
    }
}
