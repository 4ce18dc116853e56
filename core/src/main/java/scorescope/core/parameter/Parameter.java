package scorescope.core.parameter;

import java.util.List;
import scorescope.core.BadInputException;

/**
 * The declaration of one number or name that a person may set. Controls, JSON and the command line are made
 * from it; nothing about a parameter is written down a second time.
 *
 * @param <T> the type of its values: Double, Long or String
 */
public sealed interface Parameter<T> {
    /** The key in the session file, such as {@code stepSize}. */
    String key();

    /** The symbol in the interface, such as {@code η}. */
    String symbol();

    /** One sentence: what it does. */
    String help();

    T defaultValue();

    /**
     * The value meant by {@code raw} (a Number or a String).
     *
     * @param place where it was read, for the message
     * @throws BadInputException if it is of another type or out of range
     */
    T parse(Object raw, String place);

    /** A real number in [min, max]; {@code logarithmic} asks for a slider on a log scale. */
    record Real(
            String key,
            String symbol,
            String unit,
            double standard,
            double min,
            double max,
            boolean logarithmic,
            String help)
            implements Parameter<Double> {
        @Override
        public Double defaultValue() {
            return standard;
        }

        @Override
        public Double parse(Object raw, String place) {
            double value = number(raw, place);
            if (!(value >= min && value <= max)) {
                throw new BadInputException(
                        place, value + " is out of range", "use a number from " + min + " to " + max);
            }
            return value;
        }
    }

    /** A whole number in [min, max]. */
    record Whole(String key, String symbol, long standard, long min, long max, String help) implements Parameter<Long> {
        @Override
        public Long defaultValue() {
            return standard;
        }

        @Override
        public Long parse(Object raw, String place) {
            double value = number(raw, place);
            long whole = raw instanceof Long || raw instanceof Integer ? ((Number) raw).longValue() : (long) value;
            if (value != Math.rint(value) || whole < min || whole > max) {
                throw new BadInputException(
                        place,
                        raw + " is not a whole number in range",
                        "use a whole number from " + min + " to " + max);
            }
            return whole;
        }
    }

    /** One name of a closed list. */
    record Name(String key, String symbol, String standard, List<String> options, String help)
            implements Parameter<String> {
        public Name {
            options = List.copyOf(options);
        }

        @Override
        public String defaultValue() {
            return standard;
        }

        @Override
        public String parse(Object raw, String place) {
            if (raw instanceof String name && options.contains(name)) {
                return name;
            }
            throw new BadInputException(
                    place,
                    "\"" + raw + "\" is not known here",
                    "did you mean \"" + Nearest.of(String.valueOf(raw), options) + "\"? Valid: "
                            + String.join(", ", options));
        }
    }

    private static double number(Object raw, String place) {
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
                throw new BadInputException(place, "\"" + text + "\" is not a number", "write a number such as 0.5");
            }
        }
        throw new BadInputException(place, raw + " is not a finite number", "write a number such as 0.5");
    }
}
