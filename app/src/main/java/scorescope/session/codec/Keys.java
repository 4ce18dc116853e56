package scorescope.session.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * One object of a session file while it is read. An unknown key is an error. Values are read by type and never converted.
 *
 * @param place the object's path, empty for the whole file
 */
record Keys(JsonNode object, String place) {

    /** @throws BadInputException if {@code node} is not an object */
    static Keys of(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new BadInputException(
                    place.isEmpty() ? Words.text("session.the-file") : place,
                    Words.text("session.no-object", Json.describe(node)),
                    Words.text("session.write-object"));
        }
        return new Keys(node, place);
    }

    /** @throws BadInputException naming a key that is not among {@code valid}, and the nearest that is */
    Keys allowing(Collection<String> valid) {
        for (String key : object.propertyNames()) {
            if (!valid.contains(key)) {
                throw new BadInputException(
                        at(Json.shortened(key)),
                        Words.text("session.unknown-key"),
                        valid.isEmpty()
                                ? Words.text("session.remove-it")
                                : Words.text("session.did-you-mean", Nearest.of(Json.shortened(key), valid)));
            }
        }
        return this;
    }

    String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    boolean has(String key) {
        return object.has(key);
    }

    Optional<Keys> object(String key) {
        return find(key).map(node -> of(node, at(key)));
    }

    Optional<String> text(String key) {
        return find(key).map(node -> Json.text(node, at(key)));
    }

    double real(Parameter.Real declared, double standard) {
        return find(declared.key())
                .map(node -> declared.parse(Json.number(node, at(declared.key())), at(declared.key())))
                .orElse(standard);
    }

    long whole(Parameter.Whole declared, long standard) {
        return find(declared.key())
                .map(node -> declared.parse(Json.whole(node, declared, at(declared.key())), at(declared.key())))
                .orElse(standard);
    }

    /** The numbers [a, b] under {@code key}. */
    Optional<double[]> pair(String key) {
        return find(key).map(node -> Json.pair(node, at(key)));
    }

    /** The elements under {@code key}, no more than {@code most}. */
    Optional<List<JsonNode>> list(String key, int most) {
        return find(key).map(node -> Json.list(node, at(key), most));
    }

    /** The given values of the {@code declared} parameters, each checked; values left out are not filled in. */
    Parameters parameters(List<? extends Parameter<?>> declared) {
        var values = new LinkedHashMap<String, Object>();
        for (Parameter<?> parameter : declared) {
            find(parameter.key())
                    .ifPresent(node -> values.put(parameter.key(), value(parameter, node, at(parameter.key()))));
        }
        return new Parameters(values);
    }

    private static Object value(Parameter<?> parameter, JsonNode node, String place) {
        return switch (parameter) {
            case Parameter.Real real -> real.parse(Json.number(node, place), place);
            case Parameter.Whole whole -> whole.parse(Json.whole(node, whole, place), place);
            case Parameter.OneOf<?> choice -> choice.parse(Json.text(node, place), place);
            case Parameter.Pair pair -> {
                double[] two = Json.pair(node, place);
                yield pair.parse(List.of(two[0], two[1]), place);
            }
            case Parameter.Points points -> points.parse(Json.points(node, place, points.most()), place);
            case Parameter.Curve curve -> curve.parse(Json.points(node, place, curve.most()), place);
            case Parameter.Expression formula -> formula.parse(Json.text(node, place), place);
        };
    }

    /** Keys of {@code declared} and {@code further} keys together. */
    static List<String> names(List<? extends Parameter<?>> declared, String... further) {
        return Stream.concat(Stream.of(further), declared.stream().map(Parameter::key))
                .toList();
    }

    /** The values of {@code given}, over those of {@code standard} that {@code given} leaves out. */
    static Parameters over(Parameters given, Parameters standard) {
        Map<String, Object> values = new LinkedHashMap<>(standard.given());
        values.putAll(given.given());
        return new Parameters(values);
    }

    /** The key present among several that exclude each other. */
    Optional<String> oneOf(String... forms) {
        var found = new ArrayList<String>();
        for (String form : forms) {
            if (has(form)) {
                found.add(form);
            }
        }
        if (found.size() > 1) {
            throw new BadInputException(
                    place, Words.text("session.has-both", found.get(0), found.get(1)), Words.text("session.keep-one"));
        }
        return found.stream().findFirst();
    }

    private Optional<JsonNode> find(String key) {
        return Optional.ofNullable(object.get(key));
    }
}
