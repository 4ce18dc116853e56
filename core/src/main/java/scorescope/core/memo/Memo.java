package scorescope.core.memo;

import java.util.Optional;
import java.util.function.Function;

/**
 * Stores the value of the last key. A request with a different key computes a new value, which replaces the old one. Keys
 * are compared by {@code equals} and must not change. Safe for several threads: two threads that request the same new key
 * at once may both compute its value; each gets the value of the key that it requested.
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

    /** Whether {@code wanted} is the last key, so that its value is known. */
    public boolean holds(K wanted) {
        return newest.isPresent() && newest.get().key().equals(wanted);
    }

    /** The value of {@code wanted}; computed unless the last key was equal. */
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
