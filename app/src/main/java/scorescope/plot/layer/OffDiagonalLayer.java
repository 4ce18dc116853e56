package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** ∂s₁/∂x₂, in 1/data units²: how the second coordinate, such as a second video frame, changes the score of the first. */
public final class OffDiagonalLayer extends ScoreHeat {

    static final Kind<LayerKind> KIND = LayerKind.of(
            "off-diagonal",
            Words.constant("figure.layer.off-diagonal.title"),
            Words.constant("help.layer.off-diagonal"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(),
            (style, _) -> new OffDiagonalLayer(style));

    OffDiagonalLayer(Style style) {
        super(style, Requirement.JACOBIAN, true, "figure.off-diagonal.formula");
    }

    @Override
    double value(FieldGrid field, int cell) {
        return field.xy(cell);
    }
}
