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
 * The session with its undo history. Between {@link #beginEdit} and {@link #commitEdit} (a drag) all edits together are
 * one undo step.
 */
public final class EditedSession {
    private static final int UNDO_STEPS = 500;

    /** Longest time between two notches that count as one change, in ns. */
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
     * A state in the history, to which undo and redo lead.
     *
     * @param learned number of the training that belongs to it; 0 if nothing is learned
     */
    record State(Session session, int learned) {}

    /** The adjustment that makes up the newest undo step, if it is one. */
    private Optional<Adjusted> adjusted = Optional.empty();

    /** @param from the session before the first notch, to which undo leads */
    private record Adjusted(String what, long when, Session from) {
        boolean goesOn(String next, long later) {
            return what.equals(next) && later - when < SAME_EDIT_NANOS;
        }
    }

    /** The step of the sampler's run, which is written into the session at its next change. */
    private OptionalInt standing;

    /**
     * A session without a history.
     *
     * @param apply makes a session the present one, or throws {@link BadInputException} and changes nothing
     * @param said receives the message why a change was refused
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
     * Changes a value by one notch of a wheel or a key. Within a second of the previous notch for the same value it
     * extends that undo step.
     *
     * @param what name of the value, such as {@code noise}
     */
    boolean adjust(String what, UnaryOperator<Session> change) {
        var last = adjusted.filter(one -> one.goesOn(what, now.getAsLong()))
                .filter(one -> history.previous().equals(Optional.of(state(one.from()))));
        var from = last.map(Adjusted::from).orElse(settled(present));
        boolean changed = change(change, last.isPresent(), learned.get());
        adjusted = Optional.of(new Adjusted(what, now.getAsLong(), from));
        return changed;
    }

    /** Makes a change: one undo step, or part of the present drag. Returns whether the change was accepted. */
    boolean edit(UnaryOperator<Session> change) {
        return change(change, false, learned.get());
    }

    /**
     * The same, with another current training from then on.
     *
     * @param number of that training; 0 if what was learned is forgotten
     */
    boolean edit(UnaryOperator<Session> change, int number) {
        return change(change, false, number);
    }

    /**
     * Replaces the current training in all undo steps that refer to the one before: beginning a training is not an undo
     * step.
     */
    void learns(int number) {
        int before = learned.get();
        history.replaceAll(state -> state.learned() == before ? new State(state.session(), number) : state);
        learned.set(number);
    }

    /**
     * @param goesOn whether the previous undo step covers this change too
     */
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

    /** Makes a change without an undo step. */
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

    /** The session with the present step of the sampler's run. */
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

    /** Goes to another session of the history, unless it cannot be read any more because its file is gone. */
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

    /** Names of the steps that redo restores, the next one first. */
    public List<String> undone() {
        return UndoNames.forwards(state(settled(present)), history.future());
    }

    private void refresh() {
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }
}
