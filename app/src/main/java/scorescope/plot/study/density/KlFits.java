package scorescope.plot.study.density;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.GaussianMixture;
import scorescope.core.fit.Direction;
import scorescope.core.fit.GaussianFit;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyBoxes;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Words;

/**
 * One or a few Gaussians fitted to the noised density by the forward and by the reverse Kullback–Leibler divergence: the
 * former covers all modes, the latter seeks some.
 */
public final class KlFits implements Study {
    public static final Kind<Study> KIND = new Kind<>(
            "kl-fits",
            Words.constant("study.kl-fits.title"),
            Words.constant("help.study.kl-fits"),
            List.of(GaussianFit.COUNT),
            KlFits::new);

    private static final double[] DEVIATIONS = {1, 2};
    private static final ThemeColor FORWARD = ThemeColor.category(0);
    private static final ThemeColor REVERSE = ThemeColor.category(7);

    private final int count;
    private final Memo<Key, List<GaussianFit>> memo = new Memo<>(this::fit);

    private record Key(GaussianMixture mixture, NoiseLevel level) {}

    public KlFits(Parameters values) {
        count = Math.toIntExact(values.get(GaussianFit.COUNT));
    }

    private List<GaussianFit> fit(Key key) {
        return SpinPool.current()
                .map(
                        List.of(Direction.values()),
                        direction -> GaussianFit.of(direction, key.mixture(), key.level(), count));
    }

    /** The fits by the forward and by the reverse divergence, in this order. */
    public List<GaussianFit> fits(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        return memo.of(new Key(inputs.exact().mixture(), inputs.level()));
    }

    @Override
    public Patch scene() {
        return Patch.of("density.preset", "eight-gaussians").with("noise.sigma", 0.3);
    }

    /** Ratio of the area of the forward fit to that of the reverse fit. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var fits = fits(inputs);
        return Evidence.atLeast(2, area(fits.getFirst()) / area(fits.getLast()));
    }

    private static double area(GaussianFit fit) {
        return fit.gaussians().components().stream()
                .mapToDouble(each -> Math.sqrt(each.xx() * each.yy() - each.xy() * each.xy()))
                .sum();
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var fits = fits(inputs);
        var forward = fits.getFirst();
        var reverse = fits.getLast();
        var words = new ArrayList<String>();
        words.add(Words.text(
                "study.kl-fits.ellipses-1-2-standard-deviations",
                count == 1 ? Words.text("study.kl-fits.gaussian") : Words.text("study.kl-fits.each-gaussian")));
        fits.stream()
                .map(GaussianFit::advice)
                .filter(advice -> !advice.isEmpty())
                .forEach(words::add);
        return StudyScene.of(
                        Words.text("study.kl-fits.gaussians-fitted-forward-reverse-kl"),
                        Row.of(
                                plane(
                                        inputs,
                                        forward,
                                        Words.text("study.kl-fits.forward-covers"),
                                        Words.text("notation.min-kl-p-norm-q"),
                                        FORWARD,
                                        Dash.SOLID),
                                plane(
                                        inputs,
                                        reverse,
                                        Words.text("study.kl-fits.reverse-seeks"),
                                        Words.text("notation.min-kl-q-norm-p"),
                                        REVERSE,
                                        Dash.DASHED)),
                        Row.of(table(forward, reverse)))
                .saying(words.toArray(String[]::new));
    }

    private static PlanePart plane(
            StudyInputs inputs, GaussianFit fit, String title, String formula, ThemeColor color, Dash dash) {
        var marks = List.<Marks>of(new Marks.Ellipses(
                Words.text("study.kl-fits.q-kl", fit.direction().id()), fit.gaussians(), DEVIATIONS, color, dash));
        return new PlanePart(
                Caption.plain(
                        title,
                        formula,
                        Words.text(
                                "notation.sigma-value",
                                Numbers.significant(inputs.level().sigma(), 3))),
                StudyBoxes.around(
                        inputs.session().view(), inputs.exact().mixture().noised(inputs.level())),
                new ScenePlane(inputs.quietly(inputs.level()), ShownLayers.of("density"), marks));
    }

    private static TablePart table(GaussianFit forward, GaussianFit reverse) {
        return new TablePart(
                Caption.plain(
                        Words.text("study.kl-fits.divergences"),
                        Words.text("study.kl-fits.nats-each-fit-better-own"),
                        ""),
                new Table(
                        List.of(
                                Words.text("study.kl-fits.fit"),
                                Words.text("notation.kl-p-norm-q"),
                                Words.text("notation.kl-q-norm-p")),
                        List.of(
                                row(Words.text("study.kl-fits.forward"), forward),
                                row(Words.text("study.kl-fits.reverse"), reverse)),
                        -1));
    }

    private static List<String> row(String name, GaussianFit fit) {
        return List.of(name, Numbers.holding(fit.forwardKl(), 4), Numbers.holding(fit.reverseKl(), 4));
    }
}
