package scorescope.session.codec;

import tools.jackson.databind.JsonNode;

/** Formats a tree for readability: an object or list that fits stays on one line, others have one entry per line. */
final class JsonLayout {
    private static final int WIDTH = 110;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private JsonLayout() {}

    static String of(JsonNode tree) {
        var layout = new JsonLayout();
        layout.broken(tree, "");
        return layout.text.append('\n').toString();
    }

    /** All on one line. */
    static String line(JsonNode tree) {
        return inline(tree);
    }

    private void entry(JsonNode node, String indent, int used) {
        String line = inline(node);
        if (used + line.length() <= WIDTH || !node.isContainer() || node.isEmpty()) {
            text.append(line);
        } else {
            broken(node, indent);
        }
    }

    private void broken(JsonNode node, String indent) {
        boolean object = node.isObject();
        String inner = indent + INDENT;
        text.append(object ? '{' : '[');
        String separator = "\n";
        if (object) {
            for (var property : node.properties()) {
                String key = quoted(property.getKey()) + ": ";
                text.append(separator).append(inner).append(key);
                entry(property.getValue(), inner, inner.length() + key.length());
                separator = ",\n";
            }
        } else {
            for (JsonNode element : node) {
                text.append(separator).append(inner);
                entry(element, inner, inner.length());
                separator = ",\n";
            }
        }
        text.append('\n').append(indent).append(object ? '}' : ']');
    }

    private static String inline(JsonNode node) {
        var line = new StringBuilder();
        inline(node, line);
        return line.toString();
    }

    private static void inline(JsonNode node, StringBuilder line) {
        String separator = "";
        if (node.isObject()) {
            line.append('{');
            for (var property : node.properties()) {
                line.append(separator).append(quoted(property.getKey())).append(": ");
                inline(property.getValue(), line);
                separator = ", ";
            }
            line.append('}');
        } else if (node.isArray()) {
            line.append('[');
            for (JsonNode element : node) {
                line.append(separator);
                inline(element, line);
                separator = ", ";
            }
            line.append(']');
        } else if (node.isDouble()) {
            line.append(number(node.doubleValue()));
        } else {
            line.append(node);
        }
    }

    /** The shortest decimal that reads back as the same double; 3 instead of 3.0. */
    private static String number(double value) {
        String shortest = Double.toString(value);
        return shortest.endsWith(".0") && !shortest.startsWith("-0")
                ? shortest.substring(0, shortest.length() - 2)
                : shortest;
    }

    private static String quoted(String key) {
        return tools.jackson.databind.node.StringNode.valueOf(key).toString();
    }
}
