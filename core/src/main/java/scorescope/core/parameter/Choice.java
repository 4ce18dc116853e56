package scorescope.core.parameter;

/** A member of a catalog, given by its id, with values of its parameters. */
public record Choice(String kind, Parameters parameters) {
    public static Choice of(String kind) {
        return new Choice(kind, Parameters.NONE);
    }

    public Choice with(Parameter<?> parameter, Object raw) {
        return new Choice(kind, parameters.with(parameter, raw));
    }
}
