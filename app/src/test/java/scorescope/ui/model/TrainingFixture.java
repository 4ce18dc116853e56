package scorescope.ui.model;

import java.util.List;
import java.util.function.BooleanSupplier;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.background.Background;
import scorescope.ui.model.TrainingStatus.Phase;

/** A model with its training, without a window, and a clock that ticks during waits. */
final class TrainingFixture implements AutoCloseable {
    static final long STEPS = 1500;

    final Background background = new Background();
    final WindowModel model;
    final TrainingController training;

    TrainingFixture(Session session) {
        model = new WindowModel(session, new SessionReading() {});
        training = new TrainingController(model, background);
    }

    void until(BooleanSupplier condition) {
        training.pulse();
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
            training.pulse();
        }
    }

    void finish() {
        training.start();
        until(() -> model.training().phase() == Phase.FINISHED);
    }

    void say(BooleanSupplier said) {
        until(() -> model.messageProperty().get().isPresent() && said.getAsBoolean());
    }

    String message() {
        return model.messageProperty().get().map(Message::text).orElse("");
    }

    float[] weights() {
        return ((LearnedScore) model.learnedScore().orElseThrow()).weights().toArray();
    }

    double[] losses() {
        return training.published().lossesProperty().get().toArray();
    }

    @Override
    public void close() {
        training.close();
        background.close();
    }

    static Session small(double ema) {
        var opening = SessionDefaults.opening();
        var scalars = opening.training()
                .scalars()
                .with(TrainingParameters.BATCH, 40L)
                .with(TrainingParameters.SAMPLES, 400L)
                .with(TrainingParameters.EMA, ema)
                .with(TrainingParameters.STEPS, STEPS);
        return opening.withDensity(new DensitySpec.Preset("two-rings"))
                .withTraining(new TrainingSettings(scalars, List.of(12, 12), new TrainingSettings.Levels(4, 4, 0.5)));
    }
}
