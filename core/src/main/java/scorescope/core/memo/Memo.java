package scorescope.core.memo;

import java.util.Optional;
import java.util.function.Function;

/**
 * The value of the newest key. A value is made when another key than the last is asked for; the one before is then
 * forgotten. Keys are compared by {@code equals} and must not change. Safe for several threads: two that ask for the same new
 * key at once may both make its value, and a thread always gets the value of the key that it asked for.
 *
 * @param <K> all that the value depends on
 */
public final class Memo<K, V> {
    private final Function<K, V> make;
    private volatile Optional<Entry<K, V>> newest = Optional.empty();

    private record Entry<K, V>(K key, V value) {}

    public Memo(Function<K, V> make) {
        this.make = make;
    }

    /** The value of {@code wanted}; made unless the last key was equal. */
    public V of(K wanted) {
        var known = newest;
        if (known.isPresent() && known.get().key().equals(wanted)) {
            return known.get().value();
        }
        var value = make.apply(wanted);
        newest = Optional.of(new Entry<>(wanted, value));
        return value;
    }
}
