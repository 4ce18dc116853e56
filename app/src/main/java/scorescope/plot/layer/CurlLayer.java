package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** The curl ∂s₂/∂x₁ − ∂s₁/∂x₂, in 1/data units²; zero for an exact score. */
public final class CurlLayer extends ScoreHeat {

    static final Kind<LayerKind> KIND = LayerKind.of(
            "curl",
            Words.constant("figure.layer.curl.title"),
            Words.constant("help.layer.curl"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(),
            (style, _) -> new CurlLayer(style));

    CurlLayer(Style style) {
        super(style, Requirement.JACOBIAN, true, "figure.curl.formula");
    }

    @Override
    double value(FieldGrid field, int cell) {
        return field.yx(cell) - field.xy(cell);
    }
}
