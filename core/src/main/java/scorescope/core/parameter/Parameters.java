package scorescope.core.parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescope.core.BadInputException;
import scorescope.core.formula.Formula;

/**
 * Values for a list of declared parameters. Immutable. Only values that were set are stored, so that a file shows which
 * ones its author chose; all others are defaults.
 */
public record Parameters(Map<String, Object> given) {
    public static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    public double get(Parameter.Real parameter) {
        return parameter.parse(given.getOrDefault(parameter.key(), parameter.standard()), parameter.key());
    }

    public long get(Parameter.Whole parameter) {
        return parameter.parse(given.getOrDefault(parameter.key(), parameter.standard()), parameter.key());
    }

    public <O extends Option> O get(Parameter.OneOf<O> parameter) {
        return parameter.option(given.getOrDefault(parameter.key(), parameter.standard()), parameter.key());
    }

    /** The two numbers, first and second. */
    public double[] get(Parameter.Pair parameter) {
        var pair = parameter.parse(given.getOrDefault(parameter.key(), parameter.defaultValue()), parameter.key());
        return new double[] {pair.get(0), pair.get(1)};
    }

    /** The points, x and y alternating. */
    public List<Double> get(Parameter.Points parameter) {
        return parameter.parse(given.getOrDefault(parameter.key(), parameter.standard()), parameter.key());
    }

    /** The points of the curve, x and y alternating. */
    public List<Double> get(Parameter.Curve parameter) {
        return parameter.parse(given.getOrDefault(parameter.key(), parameter.standard()), parameter.key());
    }

    public Formula get(Parameter.Expression parameter) {
        return Formula.parse(
                String.valueOf(given.getOrDefault(parameter.key(), parameter.standard())), parameter.key());
    }

    /** The value of any parameter as files store it (the id of an option), or its default if none was set. */
    public <T> T value(Parameter<T> parameter) {
        return parameter.parse(given.getOrDefault(parameter.key(), parameter.defaultValue()), parameter.key());
    }

    public boolean has(Parameter<?> parameter) {
        return given.containsKey(parameter.key());
    }

    /** These values with one more; {@code raw} is checked by the declaration. */
    public <T> Parameters with(Parameter<T> parameter, Object raw) {
        var values = new LinkedHashMap<>(given);
        values.put(parameter.key(), parameter.parse(raw, parameter.key()));
        return new Parameters(values);
    }

    /**
     * Checks every given value against its declaration.
     *
     * @throws BadInputException naming the key and the nearest valid one
     */
    public Parameters checked(List<? extends Parameter<?>> declared, String place) {
        var values = new LinkedHashMap<String, Object>();
        given.forEach((key, raw) -> {
            var parameter = declared.stream().filter(p -> p.key().equals(key)).findFirst();
            if (parameter.isEmpty()) {
                var keys = declared.stream().map(Parameter::key).toList();
                throw keys.isEmpty()
                        ? BadInputException.of(place + "." + key, "core.parameters.no-keys")
                        : BadInputException.of(place + "." + key, "core.parameters.unknown-key", Nearest.of(key, keys));
            }
            values.put(key, parameter.get().parse(raw, place + "." + key));
        });
        return new Parameters(values);
    }
}
