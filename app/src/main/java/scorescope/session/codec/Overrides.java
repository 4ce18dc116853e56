package scorescope.session.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code KEY=VALUE} settings over a session file, KEY being a path such as {@code noise.sigma} or
 * {@code density.components[0].weight} and VALUE being JSON or a bare word. Choosing another form (a preset instead
 * of components, t instead of σ, another kind) drops the keys that only the old form knew.
 */
final class Overrides {
    static final String OPTION = "--set";

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(\\.[^.\\[\\]]+|\\[\\d{1,6}])*");
    private static final Set<String> NOISE_FORMS = Set.of("sigma", "t");

    private Overrides() {}

    static Session apply(JsonNode tree, List<String> settings, SessionReader reader) {
        var paths = new ArrayList<String>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String path = equals < 0 ? setting : setting.substring(0, equals).strip();
            if (equals <= 0 || !PATH.matcher(path).matches()) {
                throw new BadInputException(
                        OPTION,
                        "\"" + Json.shortened(setting) + "\" is not KEY=VALUE",
                        "write one such as noise.sigma=0.3");
            }
            set(Keys.of(tree, "").object(), path, value(setting.substring(equals + 1)));
            paths.add(path);
        }
        try {
            return reader.readWhole(tree);
        } catch (BadInputException bad) {
            throw paths.stream().anyMatch(path -> concerns(path, bad.place())) ? bad.in(OPTION) : bad;
        }
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
            return tools.jackson.databind.node.StringNode.valueOf(written);
        }
    }

    private static void set(JsonNode tree, String path, JsonNode value) {
        var steps = new ArrayList<String>();
        var step = STEP.matcher(path);
        while (step.find()) {
            steps.add(step.group(1) == null ? step.group(2) : step.group(1));
        }
        String last = steps.removeLast();
        JsonNode parent = tree;
        for (String key : steps) {
            parent = child(parent, key, path);
        }
        switch (parent) {
            case ArrayNode list -> list.set(index(list, last, path), value);
            case ObjectNode object -> {
                object.set(last, value);
                if (steps.size() == 1) {
                    forget(steps.getFirst(), object, last);
                } else if (path.equals("sampler.start.kind")) {
                    retain(StartCatalog.CATALOG, object, ChoiceReader.KIND);
                }
            }
            default -> throw noSuchPlace(path);
        }
    }

    private static JsonNode child(JsonNode parent, String key, String path) {
        return switch (parent) {
            case ArrayNode list -> list.get(index(list, key, path));
            case ObjectNode object when object.has(key) -> object.get(key);
            case ObjectNode object -> object.putObject(key);
            default -> throw noSuchPlace(path);
        };
    }

    private static int index(ArrayNode list, String key, String path) {
        int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : list.size();
        if (index >= list.size()) {
            throw new BadInputException(
                    OPTION + " " + Json.shortened(path),
                    "the file's list has " + list.size() + " entries",
                    list.isEmpty() ? "set the whole list" : "use an index from 0 to " + (list.size() - 1));
        }
        return index;
    }

    private static BadInputException noSuchPlace(String path) {
        return new BadInputException(
                OPTION + " " + Json.shortened(path), "leads through a single value", "name a key of an object");
    }

    /** Drops what excludes, or is unknown to, the form that {@code key} has just chosen. */
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

    /** Drops the keys of other kinds, if {@code key} has just chosen one. */
    static void retain(Catalog<?> catalog, ObjectNode object, String key) {
        if (!key.equals("kind")) {
            return;
        }
        String chosen = object.get(key).asString();
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
