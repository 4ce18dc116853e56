package scorescope.ui.command;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import scorescope.words.Words;

/**
 * One thing that the window can do. Its words stand in the bundle under {@code ui.command.ID}, and other words by which it may be
 * sought under {@code ui.command.ID.also}.
 *
 * @param keys that ask for it, the one shown first; none for most
 * @param obstacle why it cannot be done now; empty if it can
 * @param on whether it is on, of one that is switched on and off
 */
public record Command(
        String id,
        Place place,
        List<KeyStroke> keys,
        Supplier<Optional<String>> obstacle,
        Optional<BooleanSupplier> on,
        Runnable action) {
    private static final Supplier<Optional<String>> FREE = Optional::empty;

    /** A command that can always be done. */
    public static Command of(Place place, String id, Runnable action, String... keys) {
        return new Command(
                id, place, List.of(keys).stream().map(KeyStroke::of).toList(), FREE, Optional.empty(), action);
    }

    /** The same, as long as {@code possible}; else the text of {@code why} says why it is not. */
    public Command when(BooleanSupplier possible, String why) {
        return new Command(
                id,
                place,
                keys,
                () -> possible.getAsBoolean() ? Optional.empty() : Optional.of(Words.text(why)),
                on,
                action);
    }

    /** The same, switched on and off. */
    public Command switched(BooleanSupplier isOn) {
        return new Command(id, place, keys, obstacle, Optional.of(isOn), action);
    }

    public String title() {
        return Words.text("ui.command." + id);
    }

    /** Other words for it. */
    public String also() {
        String key = "ui.command." + id + ".also";
        return Words.has(key) ? Words.text(key) : "";
    }

    public boolean possible() {
        return obstacle.get().isEmpty();
    }

    /** Does it, if it can be done; whether it could. */
    public boolean run() {
        boolean can = possible();
        if (can) {
            action.run();
        }
        return can;
    }
}
