package scorescope.core.parameter;

/** A member of a catalog, chosen by its id, with the values given to its parameters. */
public record Choice(String kind, Parameters parameters) {
    public static Choice of(String kind) {
        return new Choice(kind, Parameters.NONE);
    }

    public Choice with(Parameter<?> parameter, Object raw) {
        return new Choice(kind, parameters.with(parameter, raw));
    }
}
