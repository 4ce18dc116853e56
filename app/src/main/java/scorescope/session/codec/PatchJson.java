package scorescope.session.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescope.session.Patch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts patches to trees of JSON and back. */
final class PatchJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final double LARGEST_WHOLE = 1e15;

    private PatchJson() {}

    static Patch read(JsonNode object, String place) {
        return new Patch(members(object, place));
    }

    private static Map<String, Object> members(JsonNode object, String place) {
        var members = new LinkedHashMap<String, Object>();
        object.properties()
                .forEach(member -> members.put(member.getKey(), value(member.getValue(), at(place, member.getKey()))));
        return members;
    }

    private static String at(String place, String key) {
        return (place.isEmpty() ? "" : place + ".") + Json.shortened(key);
    }

    static Object value(JsonNode node, String place) {
        if (node.isObject()) {
            return members(node, place);
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>(node.size());
            for (int i = 0; i < node.size(); i++) {
                elements.add(value(node.get(i), place + "[" + i + "]"));
            }
            return elements;
        }
        if (node.isNull()) {
            return Patch.REMOVED;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isString() ? node.stringValue() : number(Json.number(node, place));
    }

    /** The number as read from a file: 5.0 is written as 5 and read as a whole number. */
    private static Object number(Object read) {
        boolean negativeZero = read.equals(-0.0);
        return read instanceof Double real && real == Math.rint(real) && Math.abs(real) < LARGEST_WHOLE && !negativeZero
                ? (Object) real.longValue()
                : read;
    }

    static ObjectNode write(Patch patch) {
        return (ObjectNode) node(patch.changes());
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                var object = NODES.objectNode();
                members.forEach((key, member) -> object.set(key.toString(), node(member)));
                yield object;
            }
            case List<?> elements -> {
                var array = NODES.arrayNode();
                elements.forEach(element -> array.add(node(element)));
                yield array;
            }
            case Long whole -> NODES.numberNode(whole);
            case Double real -> NODES.numberNode(real);
            case Boolean truth -> NODES.booleanNode(truth);
            case String text -> NODES.stringNode(text);
            default -> NODES.nullNode();
        };
    }
}
