package scorescope.session.codec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescope.core.BadInputException;
import scorescope.core.sampling.StartCatalog;
import scorescope.session.Carried;
import scorescope.session.Patch;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.source.RunLength;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies patches to sessions and computes the patch between two sessions.
 *
 * <p>In addition to RFC 7396, a key that selects another form (a preset instead of components, t instead of σ, another kind)
 * removes the keys that only the old form has, since the merged file would be refused.
 */
public final class Patches {
    private static final Path HERE = Path.of("").toAbsolutePath();

    private Patches() {}

    /**
     * The session with the patch applied. A sampler step that the patch does not set is the session's, or the end of the run if
     * the patch makes it shorter.
     *
     * @throws BadInputException if the result is not a valid session, naming the key and a remedy
     */
    public static Session apply(Session session, Patch patch) {
        if (patch.isEmpty()) {
            return session;
        }
        var tree = tree(session);
        boolean keepsStart = startIsChosen(session) || !changesSamplerAlone(patch);
        merge(tree, patch, keepsStart);
        var patched = new SessionReader(HERE).read(tree).withCarried(session.carried());
        return namesStep(patch) ? patched : RunLength.within(patched);
    }

    static boolean namesStep(Patch patch) {
        return patch.changes().get("sampler") instanceof Map<?, ?> sampler && sampler.containsKey("step");
    }

    /**
     * As {@link #apply(Session, Patch)}.
     *
     * @param place path of the patch, such as {@code figure.panels[2]}, for messages
     */
    public static Session apply(Session session, Patch patch, String place) {
        try {
            return apply(session, patch);
        } catch (BadInputException bad) {
            throw bad.under(place);
        }
    }

    /**
     * The patch without keys whose value is the session's.
     *
     * @param place path of the patch, for messages
     */
    public static Patch effective(Session session, Patch patch, String place) {
        return between(session, apply(session, patch, place));
    }

    /** The patch from {@code before} to {@code after}, without their carried bytes. */
    public static Patch between(Session before, Session after) {
        var old = tree(before);
        var made = tree(after);
        var difference = difference(old, made);
        if (difference.get("sampler") instanceof ObjectNode sampler && sampler.has(ChoiceReader.KIND)) {
            // A start that is left out depends on the kind of sampler.
            sampler.set("start", made.get("sampler").get("start"));
        }
        return PatchJson.read(difference, "");
    }

    /**
     * The patch that sets some keys to the values of {@code session}.
     *
     * @param paths such as {@code noise} or {@code view.layers}; keys that the session leaves out are set to their default
     */
    public static Patch holding(Session session, List<String> paths) {
        var tree = tree(session);
        var patch = Patch.NONE;
        for (String path : paths) {
            var node = tree.at("/" + path.replace('.', '/'));
            patch = patch.with(path, node.isMissingNode() ? Patch.REMOVED : PatchJson.value(node, path));
        }
        return patch;
    }

    /**
     * The patch of a setting such as {@code noise.sigma=1.5}, as for {@code --set}.
     *
     * @throws BadInputException if the text is not a setting
     */
    public static Patch setting(Session session, String setting) {
        return Overrides.patch(tree(session), setting);
    }

    /**
     * The sessions of all panels, each the session without panels and with one patch applied, and of all lanes, by their
     * places in a session file.
     *
     * @throws BadInputException if one of the patches makes no sense, naming its place, its key and what to do
     */
    public static Map<String, Session> applied(Session session) {
        var panels = session.figure().panels();
        var bare = session.withoutPanels();
        var applied = new LinkedHashMap<String, Session>();
        for (int i = 0; i < panels.size(); i++) {
            String place = panelPlace(i);
            applied.put(place, applied(bare, panels.get(i).patch(), place));
        }
        for (int i = 0; i < session.lanes().size(); i++) {
            String place = lanePlace(i);
            applied.put(place, applied(bare, session.lanes().get(i), place));
        }
        return applied;
    }

    private static Session applied(Session bare, Patch patch, String place) {
        var unusedKeys = Keys.of(PatchJson.write(patch), place).allowing(SessionReader.PATCHED);
        var patched = apply(bare, patch, place);
        try {
            RunLength.check(patched);
        } catch (BadInputException bad) {
            throw bad.under(place);
        }
        return patched;
    }

    /** Where the panel of this index stands in a session file. */
    public static String panelPlace(int index) {
        return FigureReader.place(index);
    }

    /** Where the lane of this index stands in a session file. */
    public static String lanePlace(int index) {
        return LanesReader.place(index);
    }

    private static ObjectNode tree(Session session) {
        return new SessionWriter(HERE).write(session.withCarried(Carried.NOTHING));
    }

    private static boolean startIsChosen(Session session) {
        var sampler = session.sampler();
        return !sampler.start().equals(SamplerSpec.naturalStart(sampler.method()));
    }

    private static boolean changesSamplerAlone(Patch patch) {
        return patch.changes().get("sampler") instanceof Map<?, ?> sampler
                && sampler.containsKey(ChoiceReader.KIND)
                && !sampler.containsKey("start");
    }

    private static void merge(ObjectNode tree, Patch patch, boolean keepsStart) {
        if (!keepsStart && tree.get("sampler") instanceof ObjectNode sampler) {
            sampler.remove("start");
        }
        apply(tree, patch);
    }

    /** Changes the tree of a file, which may leave out keys. */
    static void apply(ObjectNode tree, Patch patch) {
        var changes = PatchJson.write(patch);
        merge(tree, changes);
        for (var section : changes.properties()) {
            if (section.getValue().isObject() && tree.get(section.getKey()) instanceof ObjectNode merged) {
                for (String key : List.copyOf(section.getValue().propertyNames())) {
                    if (merged.has(key)) {
                        Overrides.forget(section.getKey(), merged, key);
                    }
                }
                if (section.getKey().equals("sampler") && merged.get("start") instanceof ObjectNode start) {
                    Overrides.retain(StartCatalog.CATALOG, start, ChoiceReader.KIND);
                }
                merge(merged, section.getValue());
            }
        }
    }

    /** Merges a patch by RFC 7396, section 2. */
    private static void merge(ObjectNode target, JsonNode patch) {
        for (var member : patch.properties()) {
            String key = member.getKey();
            var value = member.getValue();
            if (value.isNull()) {
                target.remove(key);
            } else if (value.isObject()) {
                if (!(target.get(key) instanceof ObjectNode)) {
                    target.putObject(key);
                }
                merge((ObjectNode) target.get(key), value);
            } else {
                target.set(key, value);
            }
        }
    }

    private static ObjectNode difference(JsonNode before, JsonNode after) {
        var difference = JsonNodeFactory.instance.objectNode();
        for (String key : before.propertyNames()) {
            if (!after.has(key)) {
                difference.putNull(key);
            }
        }
        for (var member : after.properties()) {
            var old = before.get(member.getKey());
            var made = member.getValue();
            if (old == null || !old.isObject() || !made.isObject()) {
                if (!made.equals(old)) {
                    difference.set(member.getKey(), made);
                }
            } else {
                var inner = difference(old, made);
                if (!inner.isEmpty()) {
                    difference.set(member.getKey(), inner);
                }
            }
        }
        return difference;
    }
}
