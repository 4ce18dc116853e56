package scorescope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scorescope.core.BadInputException;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;

/**
 * The keys of a panel's patch.
 *
 * @param differing keys whose value differs from the session's
 * @param equal keys whose value is the session's; the panel keeps it when the session changes
 */
record PanelDifferences(List<Difference> differing, List<Difference> equal) {
    /**
     * One key of a patch.
     *
     * @param path such as {@code noise.sigma}
     * @param words such as "σ = 0.5"
     */
    record Difference(String path, String words) {}

    /**
     * Everything that the differences of a panel depend on.
     *
     * @param bare the session without panels
     */
    record Patched(Session bare, Patch patch) {
        PanelDifferences differences() {
            return of(bare, patch);
        }
    }

    PanelDifferences {
        differing = List.copyOf(differing);
        equal = List.copyOf(equal);
    }

    /** @param bare a session without panels */
    static PanelDifferences of(Session bare, Patch patch) {
        var differing = new ArrayList<Difference>();
        var equal = new ArrayList<Difference>();
        patch.changes().forEach((section, value) -> {
            if (value instanceof Map<?, ?> keys) {
                keys.forEach((key, inner) -> sort(bare, section + "." + key, inner, differing, equal));
            } else {
                sort(bare, section, value, differing, equal);
            }
        });
        return new PanelDifferences(differing, equal);
    }

    private static void sort(
            Session bare, String path, Object value, List<Difference> differing, List<Difference> equal) {
        var one = Patch.of(path, value);
        (changes(bare, one) ? differing : equal).add(new Difference(path, one.named()));
    }

    /** Whether the key alone changes the session; a key that is valid only with others counts as a difference. */
    private static boolean changes(Session bare, Patch one) {
        try {
            return !Patches.apply(bare, one).equals(bare);
        } catch (BadInputException togetherOnly) {
            return true;
        }
    }
}
