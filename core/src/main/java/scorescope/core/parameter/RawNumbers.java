package scorescope.core.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import scorescope.core.BadInputException;

/** Reads and checks numbers from files, options and controls. */
final class RawNumbers {
    private RawNumbers() {}

    /**
     * Numbers in [min, max].
     *
     * @param placeOf place of the number with an index, for messages
     */
    static List<Double> list(Object raw, double min, double max, IntFunction<String> placeOf, String place) {
        if (!(raw instanceof List<?> list)) {
            throw BadInputException.of(place, "core.parameter.not-list-numbers", raw);
        }
        var all = new ArrayList<Double>(list.size());
        for (Object element : list) {
            String at = placeOf.apply(all.size());
            double value = number(element, at);
            if (!(value >= min && value <= max)) {
                throw BadInputException.of(at, "core.parameter.too-far-out", value, min, max);
            }
            all.add(value);
        }
        return List.copyOf(all);
    }

    /** A finite number, given as a number or as text. */
    static double number(Object raw, String place) {
        if (raw instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (raw instanceof String text) {
            try {
                double value = Double.parseDouble(text.strip());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                throw BadInputException.of(place, "core.parameter.not-number", text);
            }
        }
        throw BadInputException.of(place, "core.parameter.not-finite", raw);
    }
}
