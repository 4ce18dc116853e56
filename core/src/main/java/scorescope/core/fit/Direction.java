package scorescope.core.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which way the divergence is measured that a fit makes small. */
public enum Direction {
    /** KL(p‖q): q pays for every place where p has mass and q has none, so it covers. */
    FORWARD,
    /** KL(q‖p): q pays for every place where q has mass and p has none, so it seeks. */
    REVERSE;

    /** The name in files and commands. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(Direction::id).toList();
    }

    /** @throws IllegalArgumentException if there is none called {@code id} */
    public static Direction of(String id) {
        return Arrays.stream(values())
                .filter(direction -> direction.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no direction " + id));
    }
}
