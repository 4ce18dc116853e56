package scorescope.core.parameter;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.formula.Formula;

/**
 * The declaration of one number or name that users can set. Controls, JSON keys and command-line options are derived from
 * it, so that nothing about a parameter is declared twice.
 *
 * @param <T> the type of its values: Double, Long, String, or a list of coordinates
 */
public sealed interface Parameter<T> {
    /** The key in the session file, such as {@code stepSize}. */
    String key();

    /** The last part of the key: the parameter's name within its group. */
    default String name() {
        return key().substring(key().lastIndexOf('.') + 1);
    }

    /**
     * The same declaration under the key {@code group.key}: the parameter of one member of a catalog, so that names need
     * not be unique among members.
     */
    Parameter<T> under(String group);

    /** The symbol in the interface, such as {@code η}. */
    String symbol();

    /** One sentence on its effect. */
    String help();

    T defaultValue();

    /**
     * The value of {@code raw} (a Number or a String).
     *
     * @param place where the value was read, for messages
     * @throws BadInputException if it is of another type or out of range
     */
    T parse(Object raw, String place);

    /** A real number in [min, max]; {@code logarithmic} selects a slider on a log scale. */
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
            double value = RawNumbers.number(raw, place);
            if (!(value >= min && value <= max)) {
                throw BadInputException.of(place, "core.parameter.out-of-range", value, min, max);
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
            double value = RawNumbers.number(raw, place);
            long whole = raw instanceof Long || raw instanceof Integer ? ((Number) raw).longValue() : (long) value;
            if (value != Math.rint(value) || whole < min || whole > max) {
                throw BadInputException.of(place, "core.parameter.not-whole", raw, min, max);
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
         * @param place where the value was read, for messages
         * @throws BadInputException naming the nearest option if there is none
         */
        public O option(Object raw, String place) {
            Object id = raw instanceof Option option ? option.id() : raw;
            return options.stream()
                    .filter(option -> option.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> BadInputException.of(
                            place,
                            "core.parameter.unknown-option",
                            id,
                            Nearest.of(String.valueOf(id), ids()),
                            String.join(", ", ids())));
        }
    }

    /**
     * Two numbers [first, second], each in [min, max]: a point, or an interval if {@code increasing}.
     *
     * @param increasing whether second must be above first, by 1e-6 at least
     */
    record Pair(
            String key,
            String symbol,
            String unit,
            double first,
            double second,
            double min,
            double max,
            boolean increasing,
            String help)
            implements Parameter<List<Double>> {
        private static final double SHORTEST = 1e-6;

        /** A point (x, y) whose coordinates are no farther than {@code farthest} from 0. */
        public static Pair point(
                String key, String symbol, String unit, double x, double y, double farthest, String help) {
            return new Pair(key, symbol, unit, x, y, -farthest, farthest, false, help);
        }

        /** An interval [low, high] whose ends are no farther than {@code farthest} from 0. */
        public static Pair interval(
                String key, String symbol, String unit, double low, double high, double farthest, String help) {
            return new Pair(key, symbol, unit, low, high, -farthest, farthest, true, help);
        }

        @Override
        public Pair under(String group) {
            return new Pair(group + "." + key, symbol, unit, first, second, min, max, increasing, help);
        }

        @Override
        public List<Double> defaultValue() {
            return List.of(first, second);
        }

        @Override
        public List<Double> parse(Object raw, String place) {
            var pair = RawNumbers.list(raw, min, max, i -> place + "[" + i + "]", place);
            if (pair.size() != 2) {
                throw BadInputException.of(place, "core.parameter.not-two-numbers");
            }
            if (increasing && !(pair.get(1) - pair.get(0) >= SHORTEST)) {
                throw BadInputException.of(place, "core.parameter.empty", pair.get(0), pair.get(1));
            }
            return pair;
        }
    }

    /** Points of the plane, x and y alternating, at least one. */
    record Points(String key, String symbol, String unit, List<Double> standard, double farthest, int most, String help)
            implements Parameter<List<Double>> {
        public Points {
            standard = List.copyOf(standard);
        }

        @Override
        public Points under(String group) {
            return new Points(group + "." + key, symbol, unit, standard, farthest, most, help);
        }

        @Override
        public List<Double> defaultValue() {
            return standard;
        }

        @Override
        public List<Double> parse(Object raw, String place) {
            var xy = RawNumbers.list(raw, -farthest, farthest, i -> place + "[" + i / 2 + "][" + i % 2 + "]", place);
            if (xy.isEmpty() || xy.size() % 2 != 0 || xy.size() / 2 > most) {
                throw BadInputException.of(place, "core.parameter.number-of-points", most);
            }
            return xy;
        }
    }

    /**
     * A falling curve over [0, 1] by its points, x and y alternating: the first at x = 0, the last at x = 1, each farther
     * right and lower than the one before, y in [low, high].
     */
    record Curve(String key, String symbol, List<Double> standard, double low, double high, int most, String help)
            implements Parameter<List<Double>> {
        /** The least step right and down from point to point. */
        public static final double APART = 1e-3;

        public Curve {
            standard = List.copyOf(standard);
        }

        @Override
        public Curve under(String group) {
            return new Curve(group + "." + key, symbol, standard, low, high, most, help);
        }

        @Override
        public List<Double> defaultValue() {
            return standard;
        }

        @Override
        public List<Double> parse(Object raw, String place) {
            double farthest = Math.max(Math.abs(low), Math.abs(high));
            var xy = RawNumbers.list(raw, -farthest, farthest, i -> place + "[" + i / 2 + "][" + i % 2 + "]", place);
            int points = xy.size() / 2;
            if (points < 2 || xy.size() % 2 != 0 || points > most) {
                throw BadInputException.of(place, "core.parameter.curve-points", most);
            }
            if (xy.getFirst() != 0 || xy.get(xy.size() - 2) != 1) {
                throw BadInputException.of(place, "core.parameter.curve-ends", xy.getFirst(), xy.get(xy.size() - 2));
            }
            for (int i = 0; i < points; i++) {
                double y = xy.get(2 * i + 1);
                if (!(y >= low && y <= high)) {
                    throw BadInputException.of(place + "[" + i + "][1]", "core.parameter.too-far-out", y, low, high);
                }
                // Half a step more than nothing, since decimal numbers that differ by a step differ by less in binary.
                if (i > 0
                        && !(xy.get(2 * i) - xy.get(2 * i - 2) > 0.5 * APART && xy.get(2 * i - 1) - y > 0.5 * APART)) {
                    throw BadInputException.of(place + "[" + i + "]", "core.parameter.curve-not-falling", APART);
                }
            }
            return xy;
        }
    }

    /** A {@link Formula} of t. Its value in files is its text. */
    record Expression(String key, String symbol, String standard, String help) implements Parameter<String> {
        @Override
        public Expression under(String group) {
            return new Expression(group + "." + key, symbol, standard, help);
        }

        @Override
        public String defaultValue() {
            return standard;
        }

        @Override
        public String parse(Object raw, String place) {
            return Formula.parse(String.valueOf(raw), place).text();
        }
    }
}
