package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** The magnitude ‖s‖, in 1/data units. */
public final class MagnitudeLayer extends ScoreHeat {

    static final Kind<LayerKind> KIND = LayerKind.of(
            "magnitude",
            Words.constant("figure.layer.magnitude.title"),
            Words.constant("help.layer.magnitude"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(),
            (style, _) -> new MagnitudeLayer(style));

    MagnitudeLayer(Style style) {
        super(style, Requirement.SCORE, false, "figure.magnitude.formula");
    }

    @Override
    double value(FieldGrid field, int cell) {
        return Math.hypot(field.u(cell), field.v(cell));
    }
}
