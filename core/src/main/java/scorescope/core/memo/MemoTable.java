package scorescope.core.memo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Caches small values of many keys; when {@code capacity} are stored, all are dropped. Keys are compared by {@code equals} and
 * must not change. Safe for use by several threads: two threads that request the same new key at once may both compute its
 * value.
 *
 * @param <K> all that the value depends on
 */
public final class MemoTable<K, V> {
    private final int capacity;
    private final Function<K, V> make;
    private final Map<K, V> values = new ConcurrentHashMap<>();

    public MemoTable(int capacity, Function<K, V> make) {
        this.capacity = capacity;
        this.make = make;
    }

    public V of(K wanted) {
        var known = values.get(wanted);
        if (known != null) {
            return known;
        }
        var value = make.apply(wanted);
        if (values.size() >= capacity) {
            values.clear();
        }
        values.put(wanted, value);
        return value;
    }
}
