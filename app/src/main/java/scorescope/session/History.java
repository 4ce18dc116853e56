package scorescope.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sequence of states for undo and redo. All changes of a drag, from {@link #begin} to {@link #commit}, are one
 * entry. Confined to one thread.
 *
 * @param <S> an immutable state: a session, or a session with related values
 */
public final class History<S> {
    private final int limit;
    private final Deque<S> past = new ArrayDeque<>();
    private final Deque<S> future = new ArrayDeque<>();
    private S current;
    private Optional<S> beforeDrag = Optional.empty();

    /**
     * @param limit largest number of undo entries, at least one
     */
    public History(S opening, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a history keeps at least one step: " + limit);
        }
        this.current = opening;
        this.limit = limit;
    }

    public S current() {
        return current;
    }

    /** Makes {@code next} the present state and discards undone states. An equal state makes no entry. */
    public void change(S next) {
        if (next.equals(current)) {
            return;
        }
        if (beforeDrag.isEmpty()) {
            remember(current);
        }
        current = next;
    }

    /**
     * Replaces the present state without an entry, for a change that no person made, such as the step that a run has
     * reached. Undone states can still be restored. An entry that would lead to an equal state is dropped.
     */
    public void amend(S next) {
        current = next;
        if (beforeDrag.isEmpty() && next.equals(past.peek())) {
            past.pop();
        }
    }

    /** Begins a drag: all changes until {@link #commit} are one entry. During a drag, this does nothing. */
    public void begin() {
        if (beforeDrag.isEmpty()) {
            beforeDrag = Optional.of(current);
        }
    }

    /** Ends the drag; it leaves one entry, or none if it ended where it began. */
    public void commit() {
        var before = beforeDrag;
        beforeDrag = Optional.empty();
        before.filter(start -> !start.equals(current)).ifPresent(this::remember);
    }

    /** Cancels the drag: the state of {@link #begin} is current again. */
    public void cancel() {
        beforeDrag.ifPresent(start -> current = start);
        beforeDrag = Optional.empty();
    }

    /** The state that the next undo leads to; empty if there is no entry. */
    public Optional<S> previous() {
        return beforeDrag.filter(start -> !start.equals(current)).or(() -> Optional.ofNullable(past.peek()));
    }

    /** The states that undo leads to, the next one first. */
    public List<S> past() {
        return List.copyOf(past);
    }

    /** The states that redo leads to, the next one first. */
    public List<S> future() {
        return List.copyOf(future);
    }

    /** Changes every state, including past and future ones, without an entry. */
    public void replaceAll(UnaryOperator<S> change) {
        for (var states : List.of(past, future)) {
            var changed = states.stream().map(change).toList();
            states.clear();
            states.addAll(changed);
        }
        current = change.apply(current);
        beforeDrag = beforeDrag.map(change);
    }

    public boolean canUndo() {
        return !past.isEmpty()
                || beforeDrag.filter(start -> !start.equals(current)).isPresent();
    }

    public boolean canRedo() {
        return !future.isEmpty() && beforeDrag.isEmpty();
    }

    /** Goes back by one entry, if there is one; a drag in progress is committed first. */
    public S undo() {
        commit();
        if (!past.isEmpty()) {
            future.push(current);
            current = past.pop();
        }
        return current;
    }

    /** Goes forward by one entry, if one was undone. */
    public S redo() {
        commit();
        if (!future.isEmpty()) {
            past.push(current);
            current = future.pop();
        }
        return current;
    }

    private void remember(S before) {
        past.push(before);
        future.clear();
        if (past.size() > limit) {
            past.removeLast();
        }
    }
}
