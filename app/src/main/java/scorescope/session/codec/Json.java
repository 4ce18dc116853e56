package scorescope.session.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import scorescope.words.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: parses text to a tree, and reads a tree's values by type; every error names its place. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN is named by its key, not as bad syntax
            .build();

    private static final int LONGEST_SHOWN = 60;

    private Json() {}

    /** @throws BadInputException with line and column if {@code text} is not one JSON value */
    static JsonNode parse(String text) {
        if (text.isBlank()) {
            throw new BadInputException(
                    Words.text("session.place", 1, 1),
                    Words.text("session.file-empty"),
                    Words.text("session.write-least"));
        }
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException broken) {
            throw JsonSyntax.fault(text).orElseGet(() -> refused(broken));
        }
    }

    private static BadInputException refused(JacksonException broken) {
        var location = broken.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? Words.text("session.place", 1, 1)
                : Words.text("session.place", location.getLineNr(), location.getColumnNr());
        return new BadInputException(place, Words.text("session.no-json"), Words.text("session.correct-json"));
    }

    /** A finite number as Long or Double. */
    static Number number(JsonNode node, String place) {
        if (!node.isNumber()) {
            throw new BadInputException(
                    place, Words.text("session.no-number", describe(node)), Words.text("session.number"));
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
                    Words.text("session.no-whole-number", shortened(node.asString())),
                    Words.text("session.whole-number-range", declared.min(), declared.max()));
        }
        return number(node, place);
    }

    private static double finite(double value, String written, String place) {
        if (!Double.isFinite(value)) {
            throw new BadInputException(
                    place, Words.text("session.not-finite", shortened(written)), Words.text("session.number"));
        }
        return value;
    }

    static String text(JsonNode node, String place) {
        if (!node.isString()) {
            throw new BadInputException(
                    place, Words.text("session.no-text", describe(node)), Words.text("session.quote-it"));
        }
        return node.stringValue();
    }

    /** The numbers [a, b]. */
    static double[] pair(JsonNode node, String place) {
        if (!node.isArray() || node.size() != 2) {
            throw new BadInputException(
                    place, Words.text("session.no-pair", describe(node)), Words.text("session.write-pair"));
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
            throw new BadInputException(
                    place, Words.text("session.no-list", describe(node)), Words.text("session.write-list"));
        }
        if (node.size() > most) {
            throw new BadInputException(
                    place, Words.text("session.too-many-entries", node.size()), Words.text("session.at-most", most));
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
            return Words.text("session.value.text", shortened(node.stringValue()));
        }
        if (node.isArray()) {
            return Words.text("session.value.list", node.size());
        }
        if (node.isObject()) {
            return Words.text("session.value.object");
        }
        if (node.isNumber()) {
            return Words.text("session.value.number", shortened(node.asString()));
        }
        return shortened(node.toString());
    }

    /** The written text, cut to a length that fits into a one-line message. */
    static String shortened(String written) {
        String line = written.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }
}
