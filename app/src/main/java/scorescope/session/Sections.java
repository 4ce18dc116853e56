package scorescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;

/** The sections of a session, each with its default. */
public final class Sections {
    public static final Section<DensitySpec> DENSITY =
            new Section<>("density", new DensitySpec.Preset("three-gaussians"));

    public static final Section<Choice> PROCESS =
            new Section<>("process", new Choice("variance-exploding", given("sigmaMin", 0.01, "sigmaMax", 10.0)));

    public static final Section<NoiseSpec> NOISE = new Section<>("noise", new NoiseSpec.Sigma(0.5));

    public static final Section<ScoreSpec> SCORE = new Section<>("score", new ScoreSpec.Analytic());

    public static final Section<SamplerSpec> SAMPLER = new Section<>(
            "sampler",
            new SamplerSpec(
                    new Choice("langevin", given("stepSize", 0.01, "steps", 500L)),
                    2000,
                    7,
                    new GaussianStart(0, 0, 3)));

    public static final Section<TrainingSettings> TRAINING = new Section<>(
            "training",
            new TrainingSettings(training(), List.of(256, 256, 256), new TrainingSettings.Levels(12, 10, 0.01)));

    public static final Section<View> VIEW =
            new Section<>("view", new View(-5, 5, -5, 5, List.of("density", "contours", "quiver"), "quiet"));

    public static final Section<FigureSpec> FIGURE = new Section<>("figure", new FigureSpec("85mm", List.of()));

    /** What samples are conditioned on; in a file the sections {@code guidance} and {@code measurement}. */
    public static final Section<Conditioning> CONDITIONING = new Section<>("conditioning", Conditioning.NONE);

    /** Patches that comparing studies show side by side; empty for the study's own. */
    public static final Section<List<Patch>> LANES = new Section<>("lanes", List.of());

    /** Id of the notation in words and formulas; numbers do not depend on it. */
    public static final Section<String> NOTATION = new Section<>("notation", "eta");

    /** Bytes of files that the session names by their SHA-256. */
    public static final Section<Carried> CARRIED = new Section<>("carried", Carried.NOTHING);

    private Sections() {}

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
