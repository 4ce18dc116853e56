package scorescope.plot;

import java.util.List;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/** The terms of Hyvärinen's loss, tr J + ½‖s‖², at every point. Where the density is high the loss pulls the trace down: stationary points become sinks. */
public final class HyvarinenLayer extends ScoreHeat {
    /** Which part is shown. */
    private enum Terms {
        TRACE("trace"),
        MAGNITUDE("half-magnitude"),
        SUM("sum");

        private final String id;

        Terms(String id) {
            this.id = id;
        }
    }

    private static final Parameter.Name TERM = new Parameter.Name(
            "term", "", "sum", List.of("trace", "half-magnitude", "sum"), "tr J, ½‖s‖², or both together.");

    static final LayerKind KIND = new LayerKind(
            "hyvarinen",
            "Hyvärinen's terms",
            "The terms tr J and ½‖s‖² of the loss that needs no target; their sum is what it averages over the data",
            LayerKind.Group.GROUND,
            true,
            List.of(TERM),
            (style, values) -> new HyvarinenLayer(style, values));

    private final Terms terms;

    HyvarinenLayer(Style style, Parameters values) {
        super(style);
        terms = java.util.Arrays.stream(Terms.values())
                .filter(t -> t.id.equals(values.get(TERM)))
                .findFirst()
                .orElse(Terms.SUM);
    }

    @Override
    boolean ofJacobian() {
        return terms != Terms.MAGNITUDE;
    }

    @Override
    boolean ofScore() {
        return terms != Terms.TRACE;
    }

    @Override
    boolean signed() {
        return true;
    }

    @Override
    double value(FieldGrid field, int cell) {
        double trace = terms == Terms.MAGNITUDE ? 0 : field.xx(cell) + field.yy(cell);
        double half = terms == Terms.TRACE ? 0 : 0.5 * (field.u(cell) * field.u(cell) + field.v(cell) * field.v(cell));
        return trace + half;
    }

    @Override
    Formula label() {
        return Formula.parse(Messages.text("figure.hyvarinen." + terms.id));
    }
}
