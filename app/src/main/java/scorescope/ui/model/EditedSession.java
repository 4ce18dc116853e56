package scorescope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import scorescope.core.BadInputException;
import scorescope.session.History;
import scorescope.session.Session;
import scorescope.session.codec.RebasedPatches;

/**
 * The session with its history. It changes only through {@link #edit}. Between {@link #beginEdit} and {@link #commitEdit} (a
 * drag) all edits together are one step of undo.
 */
public final class EditedSession {
    private static final int UNDO_STEPS = 500;

    /** Longest time between two notches of one movement, in ns. */
    private static final long SAME_EDIT_NANOS = 1_000_000_000L;

    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper interacting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper learned = new ReadOnlyIntegerWrapper();
    private final Consumer<Session> apply;
    private final Consumer<Message> said;
    private final History<State> history;
    private final LongSupplier now;
    private Session present;

    /**
     * What undo leads to.
     *
     * @param learned number of the training that belongs to it; 0 if nothing is learned
     */
    record State(Session session, int learned) {}

    /** The adjustment that the newest step of undo consists of, if it is one. */
    private Optional<Adjusted> adjusted = Optional.empty();

    /** @param from the session before the first notch, to which undo leads */
    private record Adjusted(String what, long when, Session from) {
        boolean goesOn(String next, long later) {
            return what.equals(next) && later - when < SAME_EDIT_NANOS;
        }
    }

    /** The step at which the sampler's run stands, which the session gets to know at its next change. */
    private OptionalInt standing;

    /**
     * A session without a history.
     *
     * @param apply makes a session the present one, or throws {@link BadInputException} and changes nothing
     * @param said told why a change was refused
     * @param now in ns, of any clock
     */
    EditedSession(Session opening, Consumer<Session> apply, Consumer<Message> said, LongSupplier now) {
        this.now = now;
        this.apply = apply;
        this.said = said;
        history = new History<>(new State(opening, 0), UNDO_STEPS);
        apply.accept(opening);
        present = opening;
        standing = opening.sampler().step();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** True during a drag. */
    ReadOnlyBooleanProperty interactingProperty() {
        return interacting.getReadOnlyProperty();
    }

    /** Number of the training at hand; 0 if nothing is learned. */
    ReadOnlyIntegerProperty learnedProperty() {
        return learned.getReadOnlyProperty();
    }

    private State state(Session session) {
        return new State(session, learned.get());
    }

    private void take(Session next) {
        var before = present;
        var stood = standing;
        present = next;
        standing = next.sampler().step();
        try {
            apply.accept(next);
        } catch (BadInputException refused) {
            present = before;
            standing = stood;
            throw refused;
        }
    }

    /**
     * A change of the same thing as the one before, by a notch of a wheel or of a key: within a second of it, it is no step
     * of undo of its own.
     *
     * @param what is changed, such as {@code noise}
     */
    boolean adjust(String what, UnaryOperator<Session> change) {
        var last = adjusted.filter(one -> one.goesOn(what, now.getAsLong()))
                .filter(one -> history.previous().equals(Optional.of(state(one.from()))));
        var from = last.map(Adjusted::from).orElse(settled(present));
        boolean changed = change(change, last.isPresent(), learned.get());
        adjusted = Optional.of(new Adjusted(what, now.getAsLong(), from));
        return changed;
    }

    /** One step of undo, or part of the drag under way; whether the change was taken. */
    boolean edit(UnaryOperator<Session> change) {
        return change(change, false, learned.get());
    }

    /**
     * The same, with another training at hand from then on.
     *
     * @param number of that training; 0 if what was learned is forgotten
     */
    boolean edit(UnaryOperator<Session> change, int number) {
        return change(change, false, number);
    }

    /** Another training is at hand in all steps that knew the one before: to begin one is no step of undo. */
    void learns(int number) {
        int before = learned.get();
        history.replaceAll(state -> state.learned() == before ? new State(state.session(), number) : state);
        learned.set(number);
    }

    /** @param goesOn whether the step of undo before covers this change too */
    private boolean change(UnaryOperator<Session> change, boolean goesOn, int number) {
        adjusted = Optional.empty();
        var before = present;
        var settled = settled(before);
        try {
            var after = RebasedPatches.of(settled, change.apply(settled));
            if (after.equals(before) && number == learned.get()) {
                return true;
            }
            take(after);
        } catch (BadInputException problem) {
            said.accept(Message.of(problem));
            return false;
        }
        if (goesOn) {
            history.amend(state(present));
        } else {
            history.amend(state(settled));
            history.change(new State(present, number));
            learned.set(number);
        }
        refresh();
        return true;
    }

    /** A change without a step of undo. */
    void amend(UnaryOperator<Session> change) {
        var before = present;
        try {
            var settled = settled(before);
            var after = RebasedPatches.of(settled, change.apply(settled));
            if (!after.equals(before)) {
                take(after);
                history.amend(state(after));
                refresh();
            }
        } catch (BadInputException problem) {
            said.accept(Message.of(problem));
        }
    }

    void stands(OptionalInt step) {
        standing = step;
    }

    void settle() {
        amend(s -> s);
    }

    /** The session with the step at which the sampler's run stands. */
    Session asItStands() {
        return settled(present);
    }

    private Session settled(Session before) {
        return before.sampler().step().equals(standing)
                ? before
                : before.withSampler(before.sampler().at(standing));
    }

    void beginEdit() {
        adjusted = Optional.empty();
        settle();
        history.begin();
        interacting.set(true);
    }

    void commitEdit() {
        history.commit();
        interacting.set(false);
        refresh();
    }

    void undo() {
        commitEdit();
        settle();
        go(history::undo, history::redo);
    }

    void redo() {
        commitEdit();
        settle();
        go(history::redo, history::undo);
    }

    /** Takes another session of the history, unless it cannot be read any more since its file is gone. */
    private void go(Supplier<State> to, Runnable back) {
        adjusted = Optional.empty();
        try {
            var state = to.get();
            take(state.session());
            learned.set(state.learned());
        } catch (BadInputException problem) {
            back.run();
            said.accept(Message.of(problem));
        }
        refresh();
    }

    /** Names of the steps that undo takes back, the next one first. */
    public List<String> done() {
        return UndoNames.backwards(state(settled(present)), history.past());
    }

    /** Names of the steps that redo takes again, the next one first. */
    public List<String> undone() {
        return UndoNames.forwards(state(settled(present)), history.future());
    }

    private void refresh() {
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }
}
