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

    /** The last part of the key: the parameter's name within its group. */
    default String name() {
        return key().substring(key().lastIndexOf('.') + 1);
    }

    /**
     * The same declaration under the key {@code group.key}: the parameter of one member of a catalog, so that two members
     * may use one name.
     */
    Parameter<T> under(String group);

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
        public Real under(String group) {
            return new Real(group + "." + key, symbol, unit, standard, min, max, logarithmic, help);
        }

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
        public Whole under(String group) {
            return new Whole(group + "." + key, symbol, standard, min, max, help);
        }

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

    /** One option of a closed list. Its value in files is the option's id. */
    record OneOf<O extends Option>(String key, String symbol, O standard, List<O> options, String help)
            implements Parameter<String> {
        public OneOf {
            options = List.copyOf(options);
        }

        /** A choice among all constants of the enum of {@code standard}, in their order. */
        public static <E extends Enum<E> & Option> OneOf<E> of(String key, String symbol, E standard, String help) {
            return new OneOf<>(
                    key, symbol, standard, List.of(standard.getDeclaringClass().getEnumConstants()), help);
        }

        /** The ids of the options, in their order. */
        public List<String> ids() {
            return options.stream().map(Option::id).toList();
        }

        @Override
        public OneOf<O> under(String group) {
            return new OneOf<>(group + "." + key, symbol, standard, options, help);
        }

        @Override
        public String defaultValue() {
            return standard.id();
        }

        @Override
        public String parse(Object raw, String place) {
            return option(raw, place).id();
        }

        /**
         * The option whose id is {@code raw}, or that is {@code raw} itself.
         *
         * @param place where it was read, for the message
         * @throws BadInputException naming the nearest option if there is none
         */
        public O option(Object raw, String place) {
            Object id = raw instanceof Option option ? option.id() : raw;
            return options.stream()
                    .filter(option -> option.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new BadInputException(
                            place,
                            "\"" + id + "\" is not known here",
                            "did you mean \"" + Nearest.of(String.valueOf(id), ids()) + "\"? Valid: "
                                    + String.join(", ", ids())));
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
