package scorescope.plot.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.Prediction;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.WeightsFile;
import scorescope.session.FigureSpec;
import scorescope.session.SamplerSpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;

/** Sessions with few particles and a small network. */
public final class LearnedSession {
    static final double DPI = 40;
    public static final LearnedScore NETWORK = new LearnedScore(
            Weights.initial(Architecture.plane(List.of(8, 8), Activation.SILU, 4), 3),
            new Domain("variance-exploding", 0.01, 10, Prediction.SCORE));

    private LearnedSession() {}

    /** The session with a network in training instead of a file, side by side with the exact score. */
    public static Session training(Session session) {
        return session.withScore(new ScoreSpec.Learned(Optional.empty()))
                .withView(session.view().withShown(Optional.of(Shown.SIDE_BY_SIDE)));
    }

    /** Writes {@code net.npz} to {@code folder}; returns a session that refers to it. */
    public static Session in(Path folder) throws IOException {
        var file = folder.resolve("net.npz");
        WeightsFile.write(file, NETWORK);
        var opening = SessionDefaults.opening();
        return opening.withScore(new ScoreSpec.Learned(Optional.of(file)))
                .withFigure(new FigureSpec("45mm", List.of()))
                .withView(opening.view().withLayers(List.of("density", "quiver", "particles", "tweedie")))
                .withSampler(new SamplerSpec(
                        new Choice("langevin", new Parameters(Map.of("steps", 30L))),
                        40,
                        7,
                        opening.sampler().start()))
                .withTraining(new TrainingSettings(
                        opening.training().scalars().with(TrainingParameters.BATCH, 16L),
                        List.of(8),
                        new TrainingSettings.Levels(3, 5, 0.1)));
    }
}
