package scorescope.plot.study.denoising;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.denoise.Posterior;
import scorescope.core.denoise.ThirdCumulant;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LineMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Words;

/**
 * Coupling of the two coordinates, as of two video frames: the off-diagonal entry of the score's Jacobian as a map, the
 * denoised first frame over the noisy second one with its tangent at the probe, and the skewness of the posterior there.
 */
public final class FrameCoupling implements Study {
    public static final Kind<Study> KIND = new Kind<>(
            "frame-coupling",
            Words.constant("study.frame-coupling.title"),
            Words.constant("help.study.frame-coupling"),
            List.of(),
            FrameCoupling::new);

    private static final int POINTS = 161;
    private static final double REACH = 4;

    FrameCoupling(@SuppressWarnings("unused") Parameters values) {}

    /**
     * Numbers at the probe.
     *
     * @param jacobian ∂s₁/∂x₂
     * @param slope ∂E[x₁ | x̃]/∂x̃₂ = (σ²/α) ∂s₁/∂x₂
     * @param covariance Cov[x₁, x₂ | x̃] = (σ²/α) times the slope
     */
    record Coupling(double jacobian, double slope, double covariance, ThirdCumulant third) {
        /** The coupling from the posterior, which is a mixture. */
        static Coupling exact(MixtureScore exact, ProbePoint at, NoiseLevel level) {
            var posterior = new Posterior(exact).at(at.x(), at.y(), level);
            var j = hessian(exact, at.x(), at.y(), level);
            return new Coupling(
                    j[1],
                    level.sigma() * level.ratio() * j[1],
                    posterior.moments().xy(),
                    ThirdCumulant.of(posterior));
        }

        /** The same by central differences: of the score, of the denoised point, and of the Hessian. */
        static Coupling byDifferences(MixtureScore exact, ProbePoint at, NoiseLevel level) {
            double h = 1e-3 * level.sigma();
            double[] x = {at.x(), at.x(), at.x() - h, at.x() + h};
            double[] y = {at.y() - h, at.y() + h, at.y(), at.y()};
            var s = new double[2][4];
            exact.score(x, y, 0, 4, level, s[0], s[1]);
            var mean = new double[2][4];
            new Posterior(exact).mean(x, y, 0, 4, level, mean[0], mean[1]);
            double slope = (mean[0][1] - mean[0][0]) / (2 * h);
            var below = hessian(exact, at.x(), at.y() - h, level);
            var above = hessian(exact, at.x(), at.y() + h, level);
            var left = hessian(exact, at.x() - h, at.y(), level);
            var right = hessian(exact, at.x() + h, at.y(), level);
            double gain = Math.pow(level.sigma() * level.ratio(), 3) / (2 * h);
            return new Coupling(
                    (s[0][1] - s[0][0]) / (2 * h),
                    slope,
                    level.sigma() * level.ratio() * slope,
                    new ThirdCumulant(
                            gain * (right[0] - left[0]),
                            gain * (above[0] - below[0]),
                            gain * (right[2] - left[2]),
                            gain * (above[2] - below[2])));
        }

        private static double[] hessian(MixtureScore exact, double x, double y, NoiseLevel level) {
            var j = new double[4][1];
            exact.jacobian(new double[] {x}, new double[] {y}, 0, 1, level, j[0], j[1], j[2], j[3]);
            return new double[] {j[0][0], j[1][0], j[3][0]};
        }
    }

    @Override
    public Patch scene() {
        return Patch.of("density.preset", "two-frame-video").with("noise.sigma", 0.5);
    }

    /** Derivative of the denoised first frame by the noisy second one, at the probe. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        return Evidence.atLeast(0.2, new PictureNumbers(picture).number(0, 1, 1));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        inputs.resolved().requireDensity();
        var level = inputs.level();
        if (!(level.sigma() > 0)) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.sure.without-noise-there-no-error"),
                    Words.text("study.sure.raise-sigma"));
        }
        var probe = ProbePoint.wherever(inputs.session().view());
        var posterior = new Posterior(inputs.exact()).at(probe.x(), probe.y(), level);
        return StudyScene.of(
                        Words.text("study.frame-coupling.description"),
                        Row.of(plane(inputs, level, probe), denoised(inputs.exact(), level, probe)),
                        Row.of(skewed(posterior), numbers(inputs.exact(), level, probe)))
                .saying(Words.text("study.frame-coupling.says"));
    }

    private static PlanePart plane(StudyInputs inputs, NoiseLevel level, ProbePoint probe) {
        var mark = Marks.Points.one(
                Words.text("notation.x-tilde"), probe.x(), probe.y(), Palette::probe, Marks.Shape.DIAMOND, 2.5);
        return new PlanePart(
                Caption.plain(
                        Words.text("study.frame-coupling.map"),
                        Words.text("figure.off-diagonal.formula"),
                        Words.text("notation.sigma-value", Numbers.significant(level.sigma(), 3))),
                inputs.session().view().box(),
                new ScenePlane(
                        inputs.scene(Source.ANALYTIC, level),
                        inputs.layers("off-diagonal", "contours"),
                        List.of(mark)));
    }

    /** E[x₁ | x̃] over x̃₂ with the probe's x̃₁, and its tangent at the probe. */
    private static ChartPart denoised(MixtureScore exact, NoiseLevel level, ProbePoint probe) {
        var here = Coupling.exact(exact, probe, level);
        var x = new double[POINTS];
        var y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = probe.x();
            y[i] = probe.y() + level.sigma() * REACH * (2.0 * i / (POINTS - 1) - 1);
        }
        var mean = new double[2][POINTS];
        new Posterior(exact).mean(x, y, 0, POINTS, level, mean[0], mean[1]);
        double at = mean[0][POINTS / 2];
        double[] ends = {probe.y() - level.sigma(), probe.y() + level.sigma()};
        var curves = List.of(
                Curve.line(Words.text("study.frame-coupling.curve"), y, mean[0], Palette::clean, Dash.SOLID),
                Curve.line(
                        Words.text("study.frame-coupling.tangent", Numbers.significant(here.slope(), 3)),
                        ends,
                        new double[] {at - level.sigma() * here.slope(), at + level.sigma() * here.slope()},
                        Palette::probe,
                        Dash.DASHED));
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        return new ChartPart(
                Words.text("study.frame-coupling.chart"),
                Words.text("study.frame-coupling.mean-of-first"),
                new Chart(
                                ChartAxis.linear(Words.text("study.frame-coupling.second"), y[0], y[POINTS - 1]),
                                ChartAxis.around("", range),
                                curves)
                        .at(probe.y()));
    }

    /** The first frame of the posterior beside the normal density of the same mean and variance. */
    private static ChartPart skewed(GaussianMixture posterior) {
        var moments = posterior.moments();
        double std = Math.sqrt(moments.xx());
        var line = LineMixture.projection(posterior, 0);
        var s = new double[POINTS];
        var p = new double[POINTS];
        var normal = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double z = REACH * (2.0 * i / (POINTS - 1) - 1);
            s[i] = moments.meanX() + std * z;
            p[i] = Math.exp(line.logDensity(s[i], NoiseLevel.plain(0)));
            normal[i] = Math.exp(-0.5 * z * z) / (std * Math.sqrt(2 * Math.PI));
        }
        var curves = List.of(
                Curve.line(Words.text("study.frame-coupling.posterior"), s, p, Palette::clean, Dash.SOLID),
                Curve.line(Words.text("study.frame-coupling.normal"), s, normal, Palette::mute, Dash.DOTTED));
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        double skewness = ThirdCumulant.of(posterior).xxx() / (std * std * std);
        return new ChartPart(
                Words.text("study.frame-coupling.skewed"),
                Words.text("study.frame-coupling.skewness", Numbers.significant(skewness, 3)),
                new Chart(
                        ChartAxis.linear(Words.text("study.frame-coupling.first"), s[0], s[POINTS - 1]),
                        ChartAxis.fromZero("", range),
                        curves));
    }

    private static TablePart numbers(MixtureScore exact, NoiseLevel level, ProbePoint probe) {
        var own = Coupling.exact(exact, probe, level);
        var other = Coupling.byDifferences(exact, probe, level);
        var table = new Table(
                List.of(
                        Words.text(
                                "study.wrong-on-purpose.at",
                                Numbers.significant(probe.x(), 3),
                                Numbers.significant(probe.y(), 3)),
                        Words.text("study.frame-coupling.exact"),
                        Words.text("study.frame-coupling.differences")),
                List.of(
                        row("jacobian", own.jacobian(), other.jacobian()),
                        row("slope", own.slope(), other.slope()),
                        row("covariance", own.covariance(), other.covariance()),
                        row("third-111", own.third().xxx(), other.third().xxx()),
                        row("third-112", own.third().xxy(), other.third().xxy()),
                        row("third-122", own.third().xyy(), other.third().xyy()),
                        row("third-222", own.third().yyy(), other.third().yyy())),
                -1);
        return new TablePart(Caption.plain(Words.text("study.frame-coupling.numbers"), "", ""), table);
    }

    private static List<String> row(String key, double exact, double other) {
        return List.of(
                Words.text("study.frame-coupling." + key),
                Numbers.significant(exact, 4),
                Numbers.significant(other, 4));
    }
}
