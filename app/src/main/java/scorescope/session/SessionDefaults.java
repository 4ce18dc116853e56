package scorescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;

/** The session that the program opens with, and the default of every key that a session file leaves out. */
public final class SessionDefaults {
    private static final Session OPENING = new Session(
            new DensitySpec.Preset("three-gaussians"),
            new Choice("variance-exploding", given("sigmaMin", 0.01, "sigmaMax", 10.0)),
            new NoiseSpec.Sigma(0.5),
            new ScoreSpec.Analytic(),
            new SamplerSpec(
                    new Choice("langevin", given("stepSize", 0.01, "steps", 500L)),
                    2000,
                    7,
                    new GaussianStart(0, 0, 3)),
            new TrainingSettings(training(), List.of(256, 256, 256), new TrainingSettings.Levels(12, 10, 0.01)),
            new View(-5, 5, -5, 5, List.of("density", "contours", "quiver"), "quiet"),
            new FigureSpec("85mm", List.of()));

    private SessionDefaults() {}

    public static Session opening() {
        return OPENING;
    }

    private static Parameters given(String key1, Object value1, String key2, Object value2) {
        var values = new LinkedHashMap<String, Object>();
        values.put(key1, value1);
        values.put(key2, value2);
        return new Parameters(values);
    }

    /** Every common training parameter at its default, written out, so that a saved session keeps its meaning. */
    private static Parameters training() {
        var values = new LinkedHashMap<String, Object>();
        TrainingParameters.COMMON.forEach(parameter -> values.put(parameter.key(), parameter.defaultValue()));
        return new Parameters(values);
    }
}
