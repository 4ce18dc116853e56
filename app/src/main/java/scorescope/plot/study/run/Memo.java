package scorescope.plot.study.run;

import java.util.Optional;
import java.util.function.Function;

/** What was made of something last, for as long as it stays the same. */
public final class Memo<K, V> {
    private final Function<K, V> make;
    private Optional<K> key = Optional.empty();
    private Optional<V> value = Optional.empty();

    public Memo(Function<K, V> make) {
        this.make = make;
    }

    public V of(K wanted) {
        if (!key.equals(Optional.of(wanted))) {
            value = Optional.of(make.apply(wanted));
            key = Optional.of(wanted);
        }
        return value.orElseThrow();
    }
}
