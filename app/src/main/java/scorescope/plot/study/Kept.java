package scorescope.plot.study;

import java.util.Optional;
import java.util.function.Function;

/** What was made of something last, for as long as it stays the same. */
final class Kept<K, V> {
    private final Function<K, V> make;
    private Optional<K> key = Optional.empty();
    private Optional<V> value = Optional.empty();

    Kept(Function<K, V> make) {
        this.make = make;
    }

    V of(K wanted) {
        if (!key.equals(Optional.of(wanted))) {
            value = Optional.of(make.apply(wanted));
            key = Optional.of(wanted);
        }
        return value.orElseThrow();
    }
}
