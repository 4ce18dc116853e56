package scorescope.ui.model;

import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import scorescope.core.BadInputException;
import scorescope.session.History;
import scorescope.session.Session;
import scorescope.session.codec.Patches;

/**
 * The session with its history. It changes only through {@link #edit}. Between {@link #beginEdit} and {@link #commitEdit} (a
 * drag) all edits together are one step of undo.
 */
final class EditedSession {
    private static final int UNDO_STEPS = 500;

    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper interacting = new ReadOnlyBooleanWrapper();
    private final Consumer<Session> taken;
    private final Consumer<Message> said;
    private final History history;
    private Session present;

    /** The step at which the sampler's run stands, which the session gets to know at its next change. */
    private OptionalInt standing;

    /**
     * A session without a history.
     *
     * @param taken makes a session the present one, or throws {@link BadInputException} and changes nothing
     * @param said told why a change was refused
     */
    EditedSession(Session opening, Consumer<Session> taken, Consumer<Message> said) {
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

    /** One step of undo, or part of the drag under way; whether the change was taken. */
    boolean edit(UnaryOperator<Session> change) {
        var before = present;
        var settled = settled(before);
        try {
            var after = Patches.within(change.apply(settled));
            if (after.equals(before)) {
                return true;
            }
            take(after);
        } catch (BadInputException problem) {
            said.accept(Message.of(problem));
            return false;
        }
        history.amend(settled);
        history.change(present);
        refresh();
        return true;
    }

    /** A change without a step of undo. */
    void amend(UnaryOperator<Session> change) {
        var before = present;
        try {
            var after = Patches.within(change.apply(settled(before)));
            if (!after.equals(before)) {
                take(after);
                history.amend(after);
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

    private Session settled(Session before) {
        return before.sampler().step().equals(standing)
                ? before
                : before.withSampler(before.sampler().at(standing));
    }

    void beginEdit() {
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
