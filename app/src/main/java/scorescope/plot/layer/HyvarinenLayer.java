package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** The terms of Hyvärinen's loss, tr J + ½‖s‖², at every point. Where the density is high the loss pulls the trace down: stationary points become sinks. */
public final class HyvarinenLayer extends ScoreHeat {
    /** The part of the loss that is shown. */
    private enum Terms implements Option {
        TRACE(
                "trace",
                Words.constant("figure.hyvarinen.trace-2"),
                Words.constant("figure.hyvarinen.trace"),
                Requirement.JACOBIAN),
        MAGNITUDE(
                "half-magnitude",
                Words.constant("figure.hyvarinen.half-magnitude-2"),
                Words.constant("notation.half-norm-s-norm-squared"),
                Requirement.SCORE),
        SUM(
                "sum",
                Words.constant("figure.hyvarinen.sum-2"),
                Words.constant("notation.tr-j-plus-half-norm-s-norm"),
                Requirement.BOTH);

        private final Entry entry;
        private final Requirement requirement;

        Terms(String id, String title, String symbol, Requirement requirement) {
            entry = Option.of(id, title, symbol, "");
            this.requirement = requirement;
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    private static final Parameter.OneOf<Terms> TERM =
            Parameter.OneOf.of("term", "", Terms.SUM, Words.constant("help.layer.hyvarinen.term"));

    private static final Option PLAIN = Option.of("plain", Words.constant("figure.hyvarinen.plain"), "");
    private static final Option WEIGHTED = Option.of("density", Words.constant("figure.hyvarinen.weighted"), "");
    private static final Parameter.OneOf<Option> WEIGHT = new Parameter.OneOf<>(
            "weighted", "", PLAIN, List.of(PLAIN, WEIGHTED), Words.constant("help.layer.hyvarinen.weighted"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "hyvarinen",
            Words.constant("figure.layer.hyvarinen.title"),
            Words.constant("help.layer.hyvarinen"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(TERM, WEIGHT),
            (style, values) -> new HyvarinenLayer(style, values));

    private final Terms terms;
    private final boolean weighted;

    HyvarinenLayer(Style style, Parameters values) {
        this(style, values.get(TERM), values.get(WEIGHT).equals(WEIGHTED));
    }

    private HyvarinenLayer(Style style, Terms terms, boolean weighted) {
        super(style, terms.requirement, true, "figure.hyvarinen." + terms.id());
        this.terms = terms;
        this.weighted = weighted;
    }

    @Override
    boolean weighted() {
        return weighted;
    }

    @Override
    double value(FieldGrid field, int cell) {
        double trace = terms == Terms.MAGNITUDE ? 0 : field.xx(cell) + field.yy(cell);
        double half = terms == Terms.TRACE ? 0 : 0.5 * (field.u(cell) * field.u(cell) + field.v(cell) * field.v(cell));
        return trace + half;
    }
}
