package scorescope.session.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.words.Words;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * {@code KEY=VALUE} settings over a session file, each of them a {@link Patch}. KEY is a path such as {@code noise.sigma} or
 * {@code density.components[0].weight}, VALUE is JSON or a bare word; {@code null} restores the default.
 */
final class Overrides {
    static final String OPTION = "--set";

    private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(\\.[^.\\[\\]]+|\\[\\d{1,6}])*");
    private static final Set<String> NOISE_FORMS = Set.of("sigma", "t");

    private Overrides() {}

    static Session apply(JsonNode tree, List<String> settings, SessionReader reader) {
        var file = (ObjectNode) Keys.of(tree, "").object();
        var paths = new ArrayList<String>();
        for (String setting : settings) {
            try {
                Patches.apply(file, patch(file, setting));
            } catch (BadInputException bad) {
                throw bad.place().startsWith(OPTION) ? bad : bad.in(OPTION);
            }
            paths.add(path(setting));
        }
        try {
            return reader.readWhole(file);
        } catch (BadInputException bad) {
            throw paths.stream().anyMatch(path -> concerns(path, bad.place())) ? bad.in(OPTION) : bad;
        }
    }

    /** The patch of {@code file} that a setting makes. */
    static Patch patch(ObjectNode file, String setting) {
        String path = path(setting);
        return patch(file, path, value(setting.substring(setting.indexOf('=') + 1)));
    }

    private static String path(String setting) {
        int equals = setting.indexOf('=');
        String path = equals < 0 ? setting : setting.substring(0, equals).strip();
        if (equals <= 0 || !PATH.matcher(path).matches()) {
            throw new BadInputException(
                    OPTION,
                    Words.text("session.no-setting", Json.shortened(setting)),
                    Words.text("session.write-setting"));
        }
        return path;
    }

    private static boolean concerns(String path, String place) {
        return place.equals(path)
                || place.startsWith(path + ".")
                || place.startsWith(path + "[")
                || path.startsWith(place + ".")
                || path.startsWith(place + "[");
    }

    private static JsonNode value(String written) {
        try {
            return Json.parse(written);
        } catch (BadInputException bareWord) {
            return StringNode.valueOf(written);
        }
    }

    /** The patch of {@code file} that sets the key at {@code path}. */
    static Patch patch(ObjectNode file, String path, JsonNode value) {
        return PatchJson.read(changed(file, pointer(path), value, path, false), "");
    }

    /** {@code /density/components/0/weight} of {@code density.components[0].weight}. */
    private static JsonPointer pointer(String path) {
        return JsonPointer.compile("/"
                + path.replace("~", "~0")
                        .replace("/", "~1")
                        .replace("[", "/")
                        .replace("]", "")
                        .replace('.', '/'));
    }

    /**
     * The patch at one place of the file. For an object it contains the changes; a list is replaced as a whole (RFC
     * 7396), so one entry is set in a copy of it.
     *
     * @param now the present value there
     * @param rest path from there to the key
     * @param whole whether {@code now} is part of a list, so that the patch must contain all of it
     */
    private static JsonNode changed(JsonNode now, JsonPointer rest, JsonNode value, String path, boolean whole) {
        if (rest.matches()) {
            return value;
        }
        switch (now) {
            case ArrayNode list -> {
                int index = index(list.size(), rest, path);
                var copy = list.deepCopy();
                copy.set(index, changed(list.get(index), rest.tail(), value, path, true));
                return copy;
            }
            case ObjectNode object -> {
                var said = whole ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
                String key = rest.getMatchingProperty();
                said.set(key, changed(object.path(key), rest.tail(), value, path, whole));
                return said;
            }
            case MissingNode _
            when path.contains("[" + rest.getMatchingProperty() + "]") ->
                throw new BadInputException(
                        OPTION + " " + Json.shortened(path),
                        Words.text("session.list-entries", 0),
                        Words.text("session.set-whole-list"));
            case MissingNode _ -> {
                var said = JsonNodeFactory.instance.objectNode();
                said.set(rest.getMatchingProperty(), changed(now, rest.tail(), value, path, whole));
                return said;
            }
            default ->
                throw new BadInputException(
                        OPTION + " " + Json.shortened(path),
                        Words.text("session.through-value"),
                        Words.text("session.name-key"));
        }
    }

    private static int index(int size, JsonPointer rest, String path) {
        int index = rest.getMatchingIndex();
        if (index < 0 || index >= size) {
            throw new BadInputException(
                    OPTION + " " + Json.shortened(path),
                    Words.text("session.list-entries", size),
                    size == 0 ? Words.text("session.set-whole-list") : Words.text("session.index-range", size - 1));
        }
        return index;
    }

    /** Removes keys that exclude, or do not belong to, the form that {@code key} selects. */
    static void forget(String section, ObjectNode object, String key) {
        switch (section) {
            case "density" -> {
                if (DensityReader.FORMS.contains(key)) {
                    switch (key) {
                        case "preset", "components" -> object.retain(key);
                        case "file" ->
                            object.retain(key, SessionParameters.BANDWIDTH.key(), SessionParameters.COUNT.key());
                        default -> object.retain(key, SessionParameters.BANDWIDTH.key());
                    }
                }
            }
            case "noise" -> {
                if (NOISE_FORMS.contains(key)) {
                    object.retain(key);
                }
            }
            case "score" -> {
                if (key.equals("file")) {
                    object.remove("sha256");
                }
            }
            case "process" -> retain(ProcessCatalog.CATALOG, object, key);
            case "sampler" -> retain(SamplerCatalog.CATALOG, object, key);
            case "training" -> TrainingSection.forgetOwn(object, key);
            default -> {}
        }
    }

    /** Removes keys of other kinds if {@code key} selects a kind. */
    static void retain(Catalog<?> catalog, ObjectNode object, String key) {
        if (!key.equals(ChoiceReader.KIND) || !(object.get(key) instanceof StringNode kindName)) {
            return;
        }
        String chosen = kindName.stringValue();
        Set<String> others = Set.copyOf(catalog.kinds().stream()
                .flatMap(kind -> kind.parameters().stream())
                .map(Parameter::key)
                .toList());
        catalog.kinds().stream()
                .filter(kind -> kind.id().equals(chosen))
                .findFirst()
                .ifPresent(kind -> {
                    var known = kind.parameters().stream().map(Parameter::key).toList();
                    object.remove(others.stream()
                            .filter(name -> !known.contains(name))
                            .toList());
                });
    }
}
