package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** An eigenvalue of the Jacobian, ½ tr J ± √(¼ tr² J − det J), in 1/data units²; where they are complex, their real part. */
public final class EigenvalueLayer extends ScoreHeat {
    private static final Option LARGER = Option.of(
            "larger",
            Words.constant("figure.eigenvalue.larger-2"),
            Words.constant("notation.lambda-1-2"),
            Words.constant("figure.eigenvalue.larger-eigenvalue"));
    private static final Option SMALLER = Option.of(
            "smaller",
            Words.constant("figure.eigenvalue.smaller-2"),
            Words.constant("notation.lambda-2"),
            Words.constant("figure.eigenvalue.smaller-eigenvalue"));
    private static final Parameter.OneOf<Option> WHICH = new Parameter.OneOf<>(
            "which",
            Words.constant("notation.eigenvalue"),
            LARGER,
            List.of(LARGER, SMALLER),
            Words.constant("help.layer.eigenvalues.which"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "eigenvalues",
            Words.constant("figure.layer.eigenvalues.title"),
            Words.constant("help.layer.eigenvalues"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(WHICH),
            (style, values) -> new EigenvalueLayer(style, values));

    private final boolean larger;

    EigenvalueLayer(Style style, Parameters values) {
        super(
                style,
                Requirement.JACOBIAN,
                true,
                "figure.eigenvalue." + values.get(WHICH).id());
        larger = values.get(WHICH).equals(LARGER);
    }

    @Override
    double value(FieldGrid field, int cell) {
        double middle = 0.5 * (field.xx(cell) + field.yy(cell));
        double half = 0.5 * (field.xx(cell) - field.yy(cell));
        double root = Math.sqrt(Math.max(0, half * half + field.xy(cell) * field.yx(cell)));
        return larger ? middle + root : middle - root;
    }
}
