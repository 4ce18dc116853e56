package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.field.Grid;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.State;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * Basins of attraction of two maps: gradient flow of log p_t at the session's noise level, and the flow ODE from the process's
 * end to data. Each start has the colour of the component nearest to its end.
 */
public final class Basins implements Study {
    static final Parameter.Whole CELLS =
            new Parameter.Whole("cells", "", 36, 8, 120, Words.constant("help.study.basins.cells"));
    static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "", 60, 10, 2000, Words.constant("help.study.basins.steps"));

    public static final Kind<Study> KIND = new Kind<>(
            "basins",
            Words.constant("study.basins.title"),
            Words.constant("help.study.basins"),
            List.of(CELLS, STEPS),
            Basins::new);

    /** Half the width of the plane of the flow's starts, in standard deviations of the prior. */
    private static final double DEVIATIONS = 2.5;
    /** Most components with a colour of their own; of more, neighbours in the list share one. */
    private static final int COLORS = 8;

    private static final double GRADIENT_SHARE = 0.2;

    private final int cells;
    private final int steps;
    private final Memo<Key, Found> found = new Memo<>(this::found);

    private record Key(ScoreField score, MixtureScore exact, NoiseProcess process, NoiseLevel level, Box view) {}

    /**
     * Starts on a grid and the component that each ends at; −1 where a run failed.
     *
     * @param box extent of the grid
     */
    record Map(Box box, double[] x, double[] y, int[] ends) {}

    private record Found(Map gradient, Map flow) {}

    Basins(Parameters values) {
        cells = Math.toIntExact(values.get(CELLS));
        steps = Math.toIntExact(values.get(STEPS));
    }

    private Found found(Key key) {
        double smallest = key.exact().mixture().components().stream()
                .mapToDouble(c -> Math.min(c.xx(), c.yy()))
                .min()
                .orElse(1);
        double variance = key.level().alpha() * key.level().alpha() * smallest
                + key.level().sigma() * key.level().sigma();
        var climb = Choice.of("gradient-flow")
                .with(parameter("gradient-flow", "stepSize"), Math.max(1e-8, GRADIENT_SHARE * variance))
                .with(parameter("gradient-flow", "steps"), 20L * steps);
        var ode = Choice.of("probability-flow").with(parameter("probability-flow", "steps"), (long) steps);
        double half = DEVIATIONS * key.process().priorStd();
        return new Found(map(key, climb, key.view()), map(key, ode, new Box(-half, half, -half, half)));
    }

    private static Parameter<?> parameter(String sampler, String name) {
        return SamplerCatalog.CATALOG.kind(sampler, "sampler").parameters().stream()
                .filter(parameter -> parameter.key().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map map(Key key, Choice method, Box box) {
        var lattice = new Grid(cells, cells, box.x0(), box.x1(), box.y0(), box.y1());
        var x = lattice.centresX();
        var y = lattice.centresY();
        var noise = new PhiloxNoise(0);
        var sampler = SamplerCatalog.CATALOG
                .create(method, "sampler")
                .bind(new Problem(key.score(), key.process(), key.level()));
        State state = sampler.begin(x.clone(), y.clone(), noise);
        State spare = sampler.begin(new double[x.length], new double[x.length], noise);
        while (state.diagnostics().status() == scorescope.core.sampling.Diagnostics.Status.RUNNING) {
            var next = sampler.step(state, noise, spare, ParticleBlocks.ONE);
            spare = state;
            state = next;
        }
        var components = key.exact().mixture().components();
        var end = state;
        return new Map(
                box,
                x,
                y,
                IntStream.range(0, x.length)
                        .map(i -> nearest(components, end.level(), end.x()[i], end.y()[i]))
                        .toArray());
    }

    private static int nearest(List<Component> components, NoiseLevel level, double x, double y) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < components.size(); k++) {
            double away = Math.hypot(
                    x - level.alpha() * components.get(k).meanX(),
                    y - level.alpha() * components.get(k).meanY());
            if (away < least) {
                least = away;
                nearest = k;
            }
        }
        return nearest;
    }

    private Found found(StudyInputs inputs) {
        inputs.resolved().requireDensity();
        return found.of(new Key(
                inputs.score(),
                inputs.exact(),
                inputs.process(),
                inputs.level(),
                inputs.session().view().box()));
    }

    /** The map of the gradient flow. */
    Map gradient(StudyInputs inputs) {
        return found(inputs).gradient();
    }

    /** The map of the flow ODE. */
    Map flow(StudyInputs inputs) {
        return found(inputs).flow();
    }

    /** Number of modes that both maps reach. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var now = found(inputs);
        return Evidence.atLeast(2, (double) Math.min(ends(now.gradient()), ends(now.flow())));
    }

    private static long ends(Map map) {
        return IntStream.of(map.ends()).filter(end -> end >= 0).distinct().count();
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var now = found(inputs);
        var end = inputs.process().at(inputs.process().tMax());
        return StudyScene.of(
                        Words.text("study.basins.description"),
                        Row.of(
                                plane(inputs, now.gradient(), inputs.level(), "study.basins.gradient", true),
                                plane(inputs, now.flow(), end, "study.basins.flow", false)
                                        .withNumbers()))
                .saying(
                        Words.text("study.basins.says"),
                        Words.text("study.basins.share", shares(now.gradient()), shares(now.flow())));
    }

    /** Share of the grid that leads to each component, in percent. */
    private static String shares(Map map) {
        int most = IntStream.of(map.ends()).max().orElse(0) + 1;
        var words = new ArrayList<String>();
        for (int k = 0; k < Math.min(most, COLORS); k++) {
            int index = k;
            long count = IntStream.of(map.ends()).filter(end -> end == index).count();
            words.add(Numbers.significant(100.0 * count / map.ends().length, 2));
        }
        return String.join(", ", words);
    }

    private PlanePart plane(StudyInputs inputs, Map map, NoiseLevel level, String key, boolean contours) {
        var marks = new ArrayList<Marks>();
        for (int color = 0; color < COLORS; color++) {
            int index = color;
            var own = IntStream.range(0, map.ends().length)
                    .filter(i -> map.ends()[i] >= 0 && map.ends()[i] % COLORS == index)
                    .toArray();
            if (own.length > 0) {
                marks.add(new Marks.Points(
                        "",
                        IntStream.of(own).mapToDouble(i -> map.x()[i]).toArray(),
                        IntStream.of(own).mapToDouble(i -> map.y()[i]).toArray(),
                        ThemeColor.category(index),
                        Marks.Shape.DISC,
                        1.6));
            }
        }
        var components = inputs.exact().mixture().components();
        // At the end of the process the components are too close together for numbers.
        if (contours && components.size() <= COLORS) {
            for (int k = 0; k < components.size(); k++) {
                marks.add(new Marks.Word(
                        String.valueOf(k + 1),
                        level.alpha() * components.get(k).meanX(),
                        level.alpha() * components.get(k).meanY(),
                        true,
                        Palette::text));
            }
        }
        return new PlanePart(
                Caption.plain(
                        Words.text(key), "", Words.text("notation.sigma-value", Numbers.significant(level.sigma(), 3))),
                map.box(),
                new ScenePlane(inputs.quietly(level), contours ? ShownLayers.of("contours") : ShownLayers.of(), marks));
    }
}
