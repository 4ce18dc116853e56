package scorescope.ui.preference;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Size of everything in the window, in per cent of its usual size.
 *
 * @param percent one of {@link #STEPS}
 */
public record Scale(int percent) {
    /** The sizes that can be chosen, from the smallest to the largest. */
    public static final List<Scale> STEPS = IntStream.of(75, 90, 100, 110, 125, 150, 175, 200)
            .mapToObj(Scale::new)
            .toList();

    public static final Scale NORMAL = new Scale(100);

    /** The step written as {@code text}, such as {@code 125}; empty if there is none. */
    static Optional<Scale> of(String text) {
        return STEPS.stream()
                .filter(step -> Integer.toString(step.percent()).equals(text))
                .findFirst();
    }

    /** Pixels of the window per logical pixel of its content. */
    public double factor() {
        return percent / 100.0;
    }

    /** The step {@code by} places larger; the last step beyond the ends. */
    public Scale step(int by) {
        return STEPS.get(Math.clamp(STEPS.indexOf(this) + by, 0, STEPS.size() - 1));
    }
}
