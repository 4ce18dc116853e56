package scorescope.core.parameter;

import java.util.List;
import java.util.function.Function;

/**
 * One member of a family (a process, a sampler, an objective, a preset) as the interface, the command line and
 * the session file know it.
 *
 * @param id the name in files and commands, such as {@code variance-exploding}
 * @param title the name in the interface, such as "Variance exploding"
 * @param help one or two sentences
 * @param parameters its declared parameters, in the order to show them
 * @param create makes the member from checked values
 */
public record Kind<T>(
        String id, String title, String help, List<Parameter<?>> parameters, Function<Parameters, T> create)
        implements Option {
    public Kind {
        parameters = List.copyOf(parameters);
    }

    @Override
    public Entry entry() {
        return new Entry(id, title, "", help);
    }
}
