package scorescope.ui;

import scorescope.session.Session;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.WorkbenchModel;

/** A session with the engines that work on it. Belongs to the JavaFX thread; closing ends the engines' threads. */
public record AppContext(WorkbenchModel model, TrainingController desk, SamplingPlayer player, StudyPlayer studies)
        implements AutoCloseable {
    /** @throws scorescope.core.BadInputException if the session's density or process cannot be made */
    public static AppContext on(Session session) {
        var model = new WorkbenchModel(session, new SessionReading() {});
        return new AppContext(model, new TrainingController(model), new SamplingPlayer(model), new StudyPlayer(model));
    }

    /**
     * Publishes what the engines have found. Once a pulse.
     *
     * @param now in nanoseconds, of any clock
     * @param behind whether what was published last still waits to be drawn
     */
    public void pulse(long now, boolean behind) {
        desk.pulse();
        player.pulse(now, behind);
        studies.pulse(now);
    }

    @Override
    public void close() {
        player.close();
        desk.close();
    }
}
