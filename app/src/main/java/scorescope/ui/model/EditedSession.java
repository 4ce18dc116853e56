package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import scorescope.core.BadInputException;
import scorescope.session.History;
import scorescope.session.Session;
import scorescope.session.codec.RebasedPatches;

/**
 * The session with its history. It changes only through {@link #edit}. Between {@link #beginEdit} and {@link #commitEdit} (a
 * drag) all edits together are one step of undo.
 */
final class EditedSession {
    private static final int UNDO_STEPS = 500;

    /** Longest time between two notches of one movement, in ns. */
    private static final long ONE_HAND = 1_000_000_000L;

    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper interacting = new ReadOnlyBooleanWrapper();
    private final Consumer<Session> taken;
    private final Consumer<Message> said;
    private final History history;
    private final LongSupplier now;
    private Session present;

    /** The adjustment that the newest step of undo consists of, if it is one. */
    private Optional<Adjusted> adjusted = Optional.empty();

    /** @param from the session before the first notch, to which undo leads */
    private record Adjusted(String what, long when, Session from) {
        boolean goesOn(String next, long later) {
            return what.equals(next) && later - when < ONE_HAND;
        }
    }

    /** The step at which the sampler's run stands, which the session gets to know at its next change. */
    private OptionalInt standing;

    /**
     * A session without a history.
     *
     * @param taken makes a session the present one, or throws {@link BadInputException} and changes nothing
     * @param said told why a change was refused
     * @param now in ns, of any clock
     */
    EditedSession(Session opening, Consumer<Session> taken, Consumer<Message> said, LongSupplier now) {
        this.now = now;
        this.taken = taken;
        this.said = said;
        history = new History(opening, UNDO_STEPS);
        taken.accept(opening);
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

    private void take(Session next) {
        var before = present;
        var stood = standing;
        present = next;
        standing = next.sampler().step();
        try {
            taken.accept(next);
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
                .filter(one -> history.previous().equals(Optional.of(one.from())));
        var from = last.map(Adjusted::from).orElse(settled(present));
        boolean taken = change(change, last.isPresent());
        adjusted = Optional.of(new Adjusted(what, now.getAsLong(), from));
        return taken;
    }

    /** One step of undo, or part of the drag under way; whether the change was taken. */
    boolean edit(UnaryOperator<Session> change) {
        return change(change, false);
    }

    /** @param goesOn whether the step of undo before covers this change too */
    private boolean change(UnaryOperator<Session> change, boolean goesOn) {
        adjusted = Optional.empty();
        var before = present;
        var settled = settled(before);
        try {
            var after = RebasedPatches.of(settled, change.apply(settled));
            if (after.equals(before)) {
                return true;
            }
            take(after);
        } catch (BadInputException problem) {
            said.accept(Message.of(problem));
            return false;
        }
        if (goesOn) {
            history.amend(present);
        } else {
            history.amend(settled);
            history.change(present);
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
                history.amend(after);
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
    private void go(Supplier<Session> to, Runnable back) {
        adjusted = Optional.empty();
        try {
            take(to.get());
        } catch (BadInputException problem) {
            back.run();
            said.accept(Message.of(problem));
        }
        refresh();
    }

    private void refresh() {
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }
}
