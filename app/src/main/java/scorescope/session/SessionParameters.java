package scorescope.session;

import java.util.List;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Ranges;
import scorescope.core.training.TrainingSettings;
import scorescope.words.Words;

/** Parameters of a session that belong to no catalog, declared once for the file, the command line and the controls. */
public final class SessionParameters {
    private static final double FARTHEST = Ranges.FARTHEST;

    public static final int MOST_COMPONENTS = 10_000;
    public static final int MOST_POINTS = 100_000;
    public static final int MOST_LAYERS = 32;
    public static final int MOST_HIDDEN = TrainingSettings.DEEPEST;
    public static final int MOST_PANELS = 24;
    public static final int FEWEST_LANES = 2;
    public static final int MOST_LANES = 6;
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_LETTER = 8;

    public static final Parameter.Real SIGMA = new Parameter.Real(
            "sigma",
            Words.constant("notation.sigma"),
            Words.constant("figure.unit.data"),
            0.5,
            0,
            FARTHEST,
            true,
            Words.constant("help.session.noise.sigma"));
    public static final Parameter.Real TIME =
            new Parameter.Real("t", "t", "", 0.5, 0, 1e3, false, Words.constant("help.session.noise.t"));
    public static final Parameter.Real BANDWIDTH = new Parameter.Real(
            "bandwidth",
            "h",
            Words.constant("figure.unit.data"),
            0,
            0,
            FARTHEST,
            true,
            Words.constant("help.session.density.bandwidth"));
    public static final Parameter.Real WEIGHT = new Parameter.Real(
            "weight", "w", "", 1, Double.MIN_NORMAL, 1e12, true, Words.constant("help.session.density.weight"));
    public static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 2000, 1, 1_000_000, Words.constant("help.session.sampler.particles"));
    public static final Parameter.Whole SEED = new Parameter.Whole(
            "seed", "seed", 7, Long.MIN_VALUE, Long.MAX_VALUE, Words.constant("help.session.sampler.seed"));
    public static final Parameter.Whole STEP =
            new Parameter.Whole("step", "", 0, 0, Integer.MAX_VALUE, Words.constant("help.session.sampler.step"));
    public static final Parameter.Whole COLUMNS =
            new Parameter.Whole("columns", "", 1, 1, MOST_PANELS, Words.constant("help.session.figure.columns"));
    public static final Parameter.Real TYPE = new Parameter.Real(
            "type",
            "",
            Words.constant("figure.unit.points"),
            8,
            4,
            24,
            false,
            Words.constant("help.session.figure.type"));
    public static final Parameter.Real LINE = new Parameter.Real(
            "line",
            "",
            Words.constant("figure.unit.points"),
            0.5,
            0.1,
            4,
            false,
            Words.constant("help.session.figure.line"));
    public static final Parameter.Whole LEVEL_COUNT =
            new Parameter.Whole("count", "L", 12, 1, 1000, Words.constant("help.session.training.levels.count"));
    public static final Parameter.Real LEVEL_MAX = new Parameter.Real(
            "max",
            "{level-last}",
            Words.constant("figure.unit.data"),
            10,
            1e-6,
            FARTHEST,
            true,
            Words.constant("help.session.training.levels.max"));
    public static final Parameter.Real LEVEL_MIN = new Parameter.Real(
            "min",
            "{level-first}",
            Words.constant("figure.unit.data"),
            0.01,
            1e-6,
            FARTHEST,
            true,
            Words.constant("help.session.training.levels.min"));
    public static final Parameter.Whole HIDDEN = new Parameter.Whole(
            "hidden", "width", 256, 1, TrainingSettings.WIDEST, Words.constant("help.session.training.hidden"));

    public static final Parameter.Real MOMENT =
            new Parameter.Real("moment", "", "", 0, 0, 1, false, Words.constant("help.session.view.moment"));

    public static final Parameter.Real BRUSH = new Parameter.Real(
            "brush",
            "r",
            Words.constant("figure.unit.data"),
            0.4,
            0.01,
            100,
            true,
            Words.constant("help.session.view.brush"));
    public static final Parameter.Whole COUNT =
            new Parameter.Whole("count", "n", 4000, 1, MOST_POINTS, Words.constant("help.session.density.count"));

    /** {@link #TIME} of one process, up to its end. */
    public static Parameter.Real time(NoiseProcess process) {
        return new Parameter.Real(
                TIME.key(),
                TIME.symbol(),
                TIME.unit(),
                TIME.standard(),
                0,
                process.tMax(),
                TIME.logarithmic(),
                TIME.help());
    }

    public static final List<Parameter<?>> SAMPLER = List.of(PARTICLES, SEED);
    public static final List<Parameter<?>> LEVELS = List.of(LEVEL_COUNT, LEVEL_MAX, LEVEL_MIN);

    private SessionParameters() {}
}
