package scorescope.ui;

import scorescope.session.Session;
import scorescope.ui.background.Background;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.WindowModel;
import scorescope.ui.model.listen.Listening;

/**
 * A session with its engines and their background threads. Confined to the JavaFX thread; closing ends the engines'
 * threads.
 */
public record AppContext(
        WindowModel model,
        Background background,
        TrainingController training,
        SamplingPlayer player,
        StudyPlayer studies,
        Listening listening)
        implements AutoCloseable {
    /** @throws scorescope.core.BadInputException if the session's density or process cannot be made */
    public static AppContext on(Session session) {
        var model = new WindowModel(session, new SessionReading() {});
        var background = new Background();
        model.interactingProperty().subscribe(background.cores()::dragging);
        return new AppContext(
                model,
                background,
                new TrainingController(model, background),
                new SamplingPlayer(model, background),
                new StudyPlayer(model),
                new Listening(model, background));
    }

    /**
     * Publishes the engines' results. Called once a pulse.
     *
     * @param now in nanoseconds, of any clock
     * @param behind whether the last results published still wait to be drawn
     */
    public void pulse(long now, boolean behind) {
        training.pulse();
        player.pulse(now, behind);
        studies.pulse(now);
    }

    @Override
    public void close() {
        listening.close();
        player.close();
        training.close();
        background.close();
    }
}
