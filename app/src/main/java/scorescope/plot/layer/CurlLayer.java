package scorescope.plot.layer;

import java.util.List;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** The curl ∂s₂/∂x₁ − ∂s₁/∂x₂, in 1/data units²; zero for an exact score. */
public final class CurlLayer extends ScoreHeat {

    static final LayerKind KIND = new LayerKind(
            "curl",
            Words.constant("figure.layer.curl.title"),
            Words.constant("help.layer.curl"),
            LayerKind.Group.GROUND,
            LayerKind.Subject.SCORE,
            List.of(),
            (style, _) -> new CurlLayer(style));

    CurlLayer(Style style) {
        super(style, Needs.JACOBIAN, true, "figure.curl.formula");
    }

    @Override
    double value(FieldGrid field, int cell) {
        return field.yx(cell) - field.xy(cell);
    }
}
