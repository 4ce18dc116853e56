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
 * The study that has the stage's place, and its clock. While the clock runs or is dragged the moment is here alone; when
 * it stands still the session gets it, which is no step of undo.
 */
public final class StudyPlayer {
    private final WindowModel model;
    private final ReadOnlyObjectWrapper<Optional<Choice>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyDoubleWrapper moment = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    /** What the session said last; the clock follows only where that changes. */
    private double announcedMoment = Double.NaN;

    private long lastPulse;
    /** The session whose clock is known: it is asked for at every pulse. */
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

    /** The study shown with its settings; empty while the stage is seen. */
    public ReadOnlyObjectProperty<Optional<Choice>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public boolean shown() {
        return chosen.get().isPresent();
    }

    /** Where the clock stands, from 0 to 1. */
    public ReadOnlyDoubleProperty momentProperty() {
        return moment.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** How many times the usual speed. */
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

    /** What has nothing to show has no clock either; the picture says why. */
    private Optional<StudyClock> clock(Choice study, Session session) {
        try {
            return StudyCatalog.create(study).clock(inputs(session, false));
        } catch (BadInputException nothingToShow) {
            return Optional.empty();
        }
    }

    /** What a study of {@code session}, whose mathematics is the model's, may depend on. */
    public StudyInputs inputs(Session session, boolean dark) {
        return new StudyInputs(
                new Resolved(session, model.exact(), model.process(), model.target()),
                Findings.of(model.learnedScore()),
                dark);
    }

    /** The session as it is seen at present: with the clock where it stands. */
    public Session present(Session session) {
        var view = session.view();
        return session.withView(view.withStudy(view.study().at(moment.get())));
    }

    /** Shows a study from its beginning, or the stage; no step of undo, since nothing that is studied changes. */
    public void show(Optional<String> name) {
        playing.set(false);
        model.amend(s -> s.withView(s.view().withStudy(s.view().study().showing(name))));
    }

    /** From the study shown to the one so many places later in the course, if there is one; whether a study is shown. */
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

    /** One single step onwards. */
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

    /** Puts the clock somewhere; {@link #pause} when the hand lets go. */
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
