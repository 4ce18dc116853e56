package scorescope.core.parameter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One member of a family (a process, a sampler, an objective, a preset) as it appears in the interface, on the command line
 * and in session files.
 *
 * @param id the name in files and commands, such as {@code variance-exploding}
 * @param title the name in the interface, such as "Variance exploding"
 * @param help one or two sentences
 * @param parameters its declared parameters, in the order of display
 * @param create creates the member from checked values
 * @param conditions conditions of parameters that do not always have an effect
 */
public record Kind<T>(
        String id,
        String title,
        String help,
        List<Parameter<?>> parameters,
        Function<Parameters, T> create,
        List<Condition> conditions)
        implements Option {
    /**
     * {@code parameter} has an effect only if {@code choice} is one of {@code options}; files may contain it in any case.
     */
    public record Condition(Parameter<?> parameter, Parameter.OneOf<?> choice, List<? extends Option> options) {
        public Condition {
            options = List.copyOf(options);
        }

        boolean holds(Parameters values) {
            return options.contains(values.get(choice));
        }
    }

    public Kind {
        parameters = List.copyOf(parameters);
        conditions = List.copyOf(conditions);
    }

    /** A member whose parameters always have an effect. */
    public Kind(String id, String title, String help, List<Parameter<?>> parameters, Function<Parameters, T> create) {
        this(id, title, help, parameters, create, List.of());
    }

    /** This kind with the condition that {@code parameter} has an effect only if {@code choice} is {@code option}. */
    public <O extends Option> Kind<T> when(Parameter.OneOf<O> choice, O option, Parameter<?> parameter) {
        return when(new Condition(parameter, choice, List.of(option)));
    }

    /** This kind with the condition that {@code parameter} has no effect if {@code choice} is {@code option}. */
    public <O extends Option> Kind<T> unless(Parameter.OneOf<O> choice, O option, Parameter<?> parameter) {
        var others =
                choice.options().stream().filter(one -> !one.equals(option)).toList();
        return when(new Condition(parameter, choice, others));
    }

    private Kind<T> when(Condition condition) {
        var more = Stream.concat(conditions.stream(), Stream.of(condition));
        return new Kind<>(id, title, help, parameters, create, more.toList());
    }

    /** The parameters that have an effect under these values. */
    public List<Parameter<?>> acting(Parameters values) {
        return parameters.stream()
                .filter(parameter -> conditions.stream()
                        .filter(condition -> condition.parameter().equals(parameter))
                        .allMatch(condition -> condition.holds(values)))
                .toList();
    }

    @Override
    public Entry entry() {
        return new Entry(id, title, "", help);
    }
}
