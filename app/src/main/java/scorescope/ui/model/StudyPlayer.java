package scorescope.ui.model;

import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.Course;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.source.Resolved;

/**
 * The study shown in place of the stage, and its clock. While the clock runs or is dragged, the moment is stored here
 * alone; when it stops, it is written into the session without an undo step.
 */
public final class StudyPlayer {
    private final WindowModel model;
    private final ReadOnlyObjectWrapper<Optional<Choice>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyDoubleWrapper moment = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    /** The moment that the session named last; the clock follows only a change of it. */
    private double announcedMoment = Double.NaN;

    private long lastPulse;
    /** The session for which the clock is cached, since the clock is read at every pulse. */
    private Optional<Session> clockOf = Optional.empty();

    private Optional<StudyClock> clock = Optional.empty();

    public StudyPlayer(WindowModel model) {
        this.model = model;
        follow();
        model.sessionProperty().addListener((_, _, _) -> follow());
    }

    private void follow() {
        var now = model.session();
        var study = StudyInputs.chosen(now);
        if (!study.map(Choice::kind).equals(chosen.get().map(Choice::kind))) {
            playing.set(false);
        }
        clockOf = Optional.empty();
        chosen.set(study);
        double set = now.view().study().moment();
        if (set != announcedMoment) {
            moment.set(set);
        }
        announcedMoment = set;
    }

    /** The study shown with its settings; empty while the stage is shown. */
    public ReadOnlyObjectProperty<Optional<Choice>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public boolean shown() {
        return chosen.get().isPresent();
    }

    /** The clock's moment, from 0 to 1. */
    public ReadOnlyDoubleProperty momentProperty() {
        return moment.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Speed as a multiple of the usual one. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** The clock of the study shown, if it has one. */
    public Optional<StudyClock> clock() {
        var session = model.session();
        if (!clockOf.equals(Optional.of(session))) {
            clock = chosen.get().flatMap(study -> clock(study, session));
            clockOf = Optional.of(session);
        }
        return clock;
    }

    /** The clock of a study; empty also if the study has nothing to show, for which the picture gives the reason. */
    private Optional<StudyClock> clock(Choice study, Session session) {
        try {
            return StudyCatalog.create(study).clock(inputs(session, false));
        } catch (BadInputException nothingToShow) {
            return Optional.empty();
        }
    }

    /** The inputs of a study of {@code session}, with the model's mathematical objects. */
    public StudyInputs inputs(Session session, boolean dark) {
        return new StudyInputs(
                new Resolved(session, model.exact(), model.process(), model.target()),
                Findings.of(model.learnedScore()),
                dark);
    }

    /** The session as shown at present: with the clock's moment. */
    public Session present(Session session) {
        var view = session.view();
        return session.withView(view.withStudy(view.study().at(moment.get())));
    }

    /** Shows a study from its beginning, or the stage. Not an undo step, since nothing that is studied changes. */
    public void show(Optional<String> name) {
        playing.set(false);
        model.amend(s -> s.withView(s.view().withStudy(s.view().study().showing(name))));
    }

    /**
     * Goes from the study shown to the one {@code by} places later in the course, if there is one. Returns whether a
     * study is shown.
     */
    public boolean turn(int by) {
        var present = chosen.get();
        present.flatMap(study -> Course.from(study.kind(), by)).ifPresent(study -> show(Optional.of(study.id())));
        return present.isPresent();
    }

    public void playOrPause() {
        if (playing.get()) {
            pause();
        } else if (clock().isPresent()) {
            if (moment.get() >= 1) {
                moment.set(0);
            }
            lastPulse = 0;
            playing.set(true);
        }
    }

    public void pause() {
        playing.set(false);
        settle();
    }

    /** Moves the clock on by one step. */
    public void step() {
        clock().ifPresent(clock -> {
            moment.set(Math.min(1, (clock.step(moment.get()) + 1.0) / clock.steps()));
            pause();
        });
    }

    public void restart() {
        moment.set(0);
        pause();
    }

    /** Sets the clock; call {@link #pause} when the pointer is released. */
    public void scrub(double to) {
        playing.set(false);
        moment.set(Math.clamp(to, 0, 1));
    }

    private void settle() {
        double stands = moment.get();
        model.amend(s -> s.withView(s.view().withStudy(s.view().study().at(stands))));
    }

    /** Moves the clock on. Called once a pulse. */
    public void pulse(long nanos) {
        if (!playing.get()) {
            return;
        }
        var clock = clock();
        if (clock.isEmpty()) {
            pause();
            return;
        }
        double passed = lastPulse == 0 ? 0 : Math.min(0.1, 1e-9 * (nanos - lastPulse));
        lastPulse = nanos;
        moment.set(Math.min(1, moment.get() + passed * speed.get() / clock.get().seconds()));
        if (moment.get() >= 1) {
            pause();
        }
    }
}
