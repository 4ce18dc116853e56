package scorescope.core.memo;

import java.util.Optional;

/**
 * The key of values that are computed in place, into arrays that are used again. Not for use by several threads at once.
 *
 * @param <K> all that the values depend on; compared by {@code equals}, must not change
 */
public final class LastKey<K> {
    private Optional<K> last = Optional.empty();

    /**
     * Computes the values of {@code wanted}, unless they are those of the last key. A computation that throws leaves no key, since
     * it may have written some of the values.
     *
     * @return whether they were computed
     */
    public boolean update(K wanted, Runnable computation) {
        if (last.isPresent() && last.get().equals(wanted)) {
            return false;
        }
        last = Optional.empty();
        computation.run();
        last = Optional.of(wanted);
        return true;
    }
}
