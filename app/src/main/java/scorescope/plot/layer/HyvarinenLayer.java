package scorescope.plot.layer;

import java.util.Arrays;
import java.util.List;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** The terms of Hyvärinen's loss, tr J + ½‖s‖², at every point. Where the density is high the loss pulls the trace down: stationary points become sinks. */
public final class HyvarinenLayer extends ScoreHeat {
    /** Which part is shown. */
    private enum Terms {
        TRACE("trace", Needs.JACOBIAN),
        MAGNITUDE("half-magnitude", Needs.SCORE),
        SUM("sum", Needs.BOTH);

        private final String id;
        private final Needs needs;

        Terms(String id, Needs needs) {
            this.id = id;
            this.needs = needs;
        }

        static Terms of(Parameters settings) {
            return Arrays.stream(values())
                    .filter(t -> t.id.equals(settings.get(TERM)))
                    .findFirst()
                    .orElse(SUM);
        }
    }

    private static final Parameter.Name TERM = new Parameter.Name(
            "term", "", "sum", List.of("trace", "half-magnitude", "sum"), Words.constant("help.layer.hyvarinen.term"));

    static final LayerKind KIND = new LayerKind(
            "hyvarinen",
            Words.constant("figure.layer.hyvarinen.title"),
            Words.constant("help.layer.hyvarinen"),
            LayerKind.Group.GROUND,
            LayerKind.Subject.SCORE,
            List.of(TERM),
            (style, values) -> new HyvarinenLayer(style, values));

    private final Terms terms;

    HyvarinenLayer(Style style, Parameters values) {
        this(style, Terms.of(values));
    }

    private HyvarinenLayer(Style style, Terms terms) {
        super(style, terms.needs, true, "figure.hyvarinen." + terms.id);
        this.terms = terms;
    }

    @Override
    double value(FieldGrid field, int cell) {
        double trace = terms == Terms.MAGNITUDE ? 0 : field.xx(cell) + field.yy(cell);
        double half = terms == Terms.TRACE ? 0 : 0.5 * (field.u(cell) * field.u(cell) + field.v(cell) * field.v(cell));
        return trace + half;
    }
}
