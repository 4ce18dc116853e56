package scorescope.session.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: text to a tree, and a tree's values by type, every complaint with its place. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN is named by its key, not as bad syntax
            .build();

    private Json() {}

    /** @throws BadInputException with line and column if {@code text} is not one JSON value */
    static JsonNode parse(String text) {
        if (text.isBlank()) {
            throw new BadInputException("line 1, column 1", "the file is empty", "write at least {\"scorescope\": 1}");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            throw syntax(broken, text);
        }
    }

    private static BadInputException syntax(JacksonException broken, String text) {
        var location = broken.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? "line 1, column 1"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
        String said = broken.getOriginalMessage() == null ? "not JSON" : broken.getOriginalMessage();
        String problem = said.replaceAll("\\s*\\(start marker.*|\\R.*", "").strip();
        if (said.contains("end-of-input")) {
            return new BadInputException(
                    place,
                    "the file ends in the middle of a value, as if cut off after " + text.length() + " characters",
                    "restore the whole file, or close what is open");
        }
        if (said.contains("Duplicate")) {
            return new BadInputException(place, lowered(problem), "keep one of the two");
        }
        return new BadInputException(place, lowered(problem), "correct the JSON there");
    }

    private static String lowered(String sentence) {
        return sentence.isEmpty()
                ? "not JSON"
                : Character.toLowerCase(sentence.charAt(0)) + shortened(sentence.substring(1), 160);
    }

    /** A finite number as Long or Double. */
    static Number number(JsonNode node, String place) {
        if (!node.isNumber()) {
            throw new BadInputException(place, "is " + describe(node) + ", not a number", "write a number such as 0.5");
        }
        if (node.isIntegralNumber()) {
            BigInteger whole = node.bigIntegerValue();
            if (whole.bitLength() < Long.SIZE) {
                return whole.longValue();
            }
            return finite(whole.doubleValue(), whole.toString(), place);
        }
        return finite(node.doubleValue(), node.asString(), place);
    }

    /** A number for a parameter of whole numbers: what does not fit into 64 bits is refused, not rounded. */
    static Number whole(JsonNode node, Parameter.Whole declared, String place) {
        if (node.isIntegralNumber() && node.bigIntegerValue().bitLength() >= Long.SIZE) {
            throw new BadInputException(
                    place,
                    shortened(node.asString()) + " is not a whole number in range",
                    "use a whole number from " + declared.min() + " to " + declared.max());
        }
        return number(node, place);
    }

    private static double finite(double value, String written, String place) {
        if (!Double.isFinite(value)) {
            throw new BadInputException(
                    place, shortened(written) + " is not a finite number", "write a number such as 0.5");
        }
        return value;
    }

    static String text(JsonNode node, String place) {
        if (!node.isString()) {
            throw new BadInputException(place, "is " + describe(node) + ", not text", "write it in double quotes");
        }
        return node.stringValue();
    }

    /** The numbers [a, b]. */
    static double[] pair(JsonNode node, String place) {
        if (!node.isArray() || node.size() != 2) {
            throw new BadInputException(
                    place, "is " + describe(node) + ", not two numbers", "write two numbers, such as [0, 1]");
        }
        return new double[] {
            number(node.get(0), place + "[0]").doubleValue(),
            number(node.get(1), place + "[1]").doubleValue()
        };
    }

    /** The points [[x, y], …], x and y alternating. */
    static List<Double> points(JsonNode node, String place, int most) {
        var xy = new ArrayList<Double>();
        for (JsonNode element : list(node, place, most)) {
            double[] point = pair(element, place + "[" + xy.size() / 2 + "]");
            xy.add(point[0]);
            xy.add(point[1]);
        }
        return xy;
    }

    static List<JsonNode> list(JsonNode node, String place, int most) {
        if (!node.isArray()) {
            throw new BadInputException(place, "is " + describe(node) + ", not a list", "write [ … ]");
        }
        if (node.size() > most) {
            throw new BadInputException(place, node.size() + " entries are too many", "use at most " + most);
        }
        var elements = new ArrayList<JsonNode>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(node.get(i));
        }
        return elements;
    }

    /** What a value is, for a message: {@code the text "abc"}, {@code a list of 3}. */
    static String describe(JsonNode node) {
        if (node.isString()) {
            return "the text \"" + shortened(node.stringValue()) + "\"";
        }
        if (node.isArray()) {
            return "a list of " + node.size();
        }
        if (node.isObject()) {
            return "an object";
        }
        if (node.isNumber()) {
            return "the number " + shortened(node.asString());
        }
        return shortened(node.toString());
    }

    /** What was written, cut to a length that still fits into one line of complaint. */
    static String shortened(String written) {
        return shortened(written, 60);
    }

    private static String shortened(String written, int most) {
        String line = written.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }
}
