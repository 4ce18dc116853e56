package scorescope.core.memo;

import java.util.Optional;
import java.util.function.Function;

/**
 * The value of the newest key. A value is made when another key than the last is asked for; the one before is then
 * forgotten. Keys are compared by {@code equals} and must not change. For one thread at a time.
 *
 * @param <K> all that the value depends on
 */
public final class Memo<K, V> {
    private final Function<K, V> make;
    private Optional<K> key = Optional.empty();
    private Optional<V> value = Optional.empty();

    public Memo(Function<K, V> make) {
        this.make = make;
    }

    /** The value of {@code wanted}; made unless the last key was equal. */
    public V of(K wanted) {
        if (!key.equals(Optional.of(wanted))) {
            value = Optional.of(make.apply(wanted));
            key = Optional.of(wanted);
        }
        return value.orElseThrow();
    }
}
