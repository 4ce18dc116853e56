package scorescope.session;

import java.util.List;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Ranges;

/** The numbers of a session that belong to no catalog, declared once for the file, the command line and the controls. */
public final class SessionParameters {
    private static final double FARTHEST = Ranges.FARTHEST;

    public static final int MOST_COMPONENTS = 10_000;
    public static final int MOST_POINTS = 100_000;
    public static final int MOST_LAYERS = 32;
    public static final int MOST_HIDDEN = 64;
    public static final int MOST_PANELS = 24;
    public static final int FEWEST_LANES = 2;
    public static final int MOST_LANES = 6;
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_LETTER = 8;

    public static final Parameter.Real SIGMA = new Parameter.Real(
            "sigma", "σ", "data units", 0.5, 0, FARTHEST, true, "Standard deviation of the noise added to the data.");
    public static final Parameter.Real TIME =
            new Parameter.Real("t", "t", "", 0.5, 0, 1e3, false, "Time of the process, from 0 (clean) to its end.");
    public static final Parameter.Real BANDWIDTH = new Parameter.Real(
            "bandwidth", "h", "data units", 0, 0, FARTHEST, true, "Width of the Gaussian put on every data point.");
    public static final Parameter.Real WEIGHT =
            new Parameter.Real("weight", "w", "", 1, Double.MIN_NORMAL, 1e12, true, "Share of a component; any scale.");
    public static final Parameter.Whole PARTICLES =
            new Parameter.Whole("particles", "n", 2000, 1, 1_000_000, "How many particles move.");
    public static final Parameter.Whole SEED = new Parameter.Whole(
            "seed", "seed", 7, Long.MIN_VALUE, Long.MAX_VALUE, "Decides all random numbers of the run.");
    public static final Parameter.Whole STEP = new Parameter.Whole(
            "step", "", 0, 0, Integer.MAX_VALUE, "Where the run of the sampler stands, from 0; its end if not said.");
    public static final Parameter.Whole COLUMNS =
            new Parameter.Whole("columns", "", 1, 1, MOST_PANELS, "How many panels of a figure stand in a line.");
    public static final Parameter.Whole LEVEL_COUNT =
            new Parameter.Whole("count", "L", 12, 1, 1000, "How many noise levels are trained.");
    public static final Parameter.Real LEVEL_MAX = new Parameter.Real(
            "max", "σ_L", "data units", 10, 1e-6, FARTHEST, true, "The largest trained noise level.");
    public static final Parameter.Real LEVEL_MIN = new Parameter.Real(
            "min", "σ_1", "data units", 0.01, 1e-6, FARTHEST, true, "The smallest trained noise level.");
    public static final Parameter.Whole HIDDEN =
            new Parameter.Whole("hidden", "width", 256, 1, 4096, "Width of one hidden layer.");

    public static final Parameter.Real MOMENT =
            new Parameter.Real("moment", "", "", 0, 0, 1, false, "Where the clock of the study stands, from 0 to 1.");

    public static final Parameter.Real BRUSH = new Parameter.Real(
            "brush", "r", "data units", 0.4, 0.01, 100, true, "Radius of the brush that sprays points on the stage.");
    public static final Parameter.Whole COUNT = new Parameter.Whole(
            "count", "n", 4000, 1, MOST_POINTS, "How many points are taken where a picture is dark.");

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

    static final List<Parameter<?>> SAMPLER = List.of(PARTICLES, SEED);
    public static final List<Parameter<?>> LEVELS = List.of(LEVEL_COUNT, LEVEL_MAX, LEVEL_MIN);

    private SessionParameters() {}
}
