package scorescope.ui.model;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.picture.ShownParticles;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * The particles shown, and the noise level of the pictures: the one that their run has reached, else the session's own.
 */
final class ShownRun {
    private final ObjectProperty<ParticleFrame> analytic = new SimpleObjectProperty<>(ParticleFrame.NONE);
    private final ObjectProperty<ParticleFrame> learned = new SimpleObjectProperty<>(ParticleFrame.NONE);
    private final BooleanProperty due = new SimpleBooleanProperty();
    private boolean follows;

    ObjectProperty<ParticleFrame> analyticProperty() {
        return analytic;
    }

    ObjectProperty<ParticleFrame> learnedProperty() {
        return learned;
    }

    BooleanProperty dueProperty() {
        return due;
    }

    /** Calls {@code ticked} whenever other particles are shown. */
    void onTick(Runnable ticked) {
        for (var frames : List.of(analytic, learned)) {
            frames.addListener((_, _, _) -> ticked.run());
        }
    }

    /** The run that follows the analytic score, else the one that follows the learned score. */
    ParticleFrame frame() {
        return analytic.get().count() > 0 ? analytic.get() : learned.get();
    }

    /** Whether the level shown is the run's. */
    boolean follows() {
        return follows;
    }

    /**
     * A session at the level that its run has reached, else at its own level.
     *
     * @param own at the session's own level
     * @param present the level shown so far, which is retained while particles are recomputed
     */
    Resolved seen(Resolved own, NoiseLevel present) {
        if (follows && due.get() && frame().count() == 0 && mayFollow(own.session())) {
            return own.at(present);
        }
        var level = ShownParticles.level(
                own.session(), List.of(analytic.get(), learned.get()).stream().map(ParticleFrame::particles));
        follows = level.isPresent();
        return level.map(own::at).orElse(own);
    }

    private static boolean mayFollow(Session session) {
        return session.sampler().step().isPresent() && !session.view().fixedLevel();
    }
}
