package scorescope.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of a session: a JSON merge patch of its file. Keys that are not named stay as they are, objects are merged,
 * lists and single values are replaced, {@link #REMOVED} resets a key to its default. Immutable.
 *
 * <p>{@code session.codec.Patches} applies patches and finds the one between two sessions.
 *
 * @param changes by the keys of the session file; values are String, Long, Double, Boolean, List, Map or {@link
 * #REMOVED}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396, JSON Merge Patch</a>
 */
public record Patch(Map<String, Object> changes) {
    /** The type of {@link #REMOVED}. */
    private enum Absent {
        REMOVED
    }

    /** The value of a key that is reset to its default; {@code null} in JSON. */
    public static final Object REMOVED = Absent.REMOVED;

    /** The patch that changes nothing. */
    public static final Patch NONE = new Patch(Map.of());

    public Patch {
        changes = object(changes);
    }

    /** A patch that sets one key, given by its path such as {@code noise.sigma}. */
    public static Patch of(String path, Object value) {
        Object nested = value;
        var keys = path.split("\\.", -1);
        for (int i = keys.length - 1; i >= 0; i--) {
            nested = Map.of(keys[i], nested);
        }
        return new Patch(objectOf(nested));
    }

    /** This patch followed by {@code later}. */
    public Patch and(Patch later) {
        return new Patch(merged(changes, later.changes));
    }

    /** This patch with one more key set. */
    public Patch with(String path, Object value) {
        return and(of(path, value));
    }

    /** This patch without the key at {@code path}, and without objects that become empty. */
    public Patch without(String path) {
        return new Patch(without(changes, List.of(path.split("\\.", -1))));
    }

    private static Map<String, Object> without(Map<String, Object> object, List<String> keys) {
        var left = new LinkedHashMap<>(object);
        String key = keys.getFirst();
        if (keys.size() == 1) {
            left.remove(key);
        } else if (left.get(key) instanceof Map<?, ?> inner) {
            var smaller = without(objectOf(inner), keys.subList(1, keys.size()));
            if (smaller.isEmpty()) {
                left.remove(key);
            } else {
                left.put(key, smaller);
            }
        }
        return left;
    }

    /** The single values and lists that it sets, by their paths such as {@code noise.sigma}, in the order of the file. */
    public Map<String, Object> leaves() {
        var all = new LinkedHashMap<String, Object>();
        changes.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                new Patch(objectOf(inner)).leaves().forEach((path, leaf) -> all.put(key + "." + path, leaf));
            } else {
                all.put(key, value);
            }
        });
        return all;
    }

    /** The part of the patch that changes these sections of a session. */
    public Patch only(Collection<String> sections) {
        var remaining = new LinkedHashMap<>(changes);
        remaining.keySet().retainAll(sections);
        return new Patch(remaining);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** A description of the changes, such as "σ = 1.5, step size 0.1"; empty if it changes nothing. */
    public String named() {
        return PatchNames.of(this);
    }

    private static Map<String, Object> merged(Map<String, Object> earlier, Map<String, Object> later) {
        var all = new LinkedHashMap<>(earlier);
        later.forEach((key, value) -> all.merge(
                key,
                value,
                (old, changed) -> old instanceof Map<?, ?> && changed instanceof Map<?, ?>
                        ? merged(objectOf(old), objectOf(changed))
                        : changed));
        return all;
    }

    private static Map<String, Object> object(Map<?, ?> given) {
        var all = new LinkedHashMap<String, Object>();
        given.forEach((key, value) -> all.put((String) key, value(value)));
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, Object> objectOf(Object value) {
        return object((Map<?, ?>) value);
    }

    private static Object value(Object given) {
        return switch (given) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> {
                var all = new ArrayList<>();
                list.forEach(element -> all.add(value(element)));
                yield Collections.unmodifiableList(all);
            }
            case Integer whole -> whole.longValue();
            case Long _, Double _, String _, Boolean _, Absent _ -> given;
            default -> throw new IllegalArgumentException("no value of JSON: " + given);
        };
    }
}
