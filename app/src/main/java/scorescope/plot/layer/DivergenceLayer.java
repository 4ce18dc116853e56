package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/** The divergence ∇·s = tr J, in 1/data units². */
public final class DivergenceLayer extends ScoreHeat {

    static final Kind<LayerKind> KIND = LayerKind.of(
            "divergence",
            Words.constant("figure.layer.divergence.title"),
            Words.constant("help.layer.divergence"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(),
            (style, _) -> new DivergenceLayer(style));

    DivergenceLayer(Style style) {
        super(style, Requirement.JACOBIAN, true, "figure.divergence.formula");
    }

    @Override
    double value(FieldGrid field, int cell) {
        return field.xx(cell) + field.yy(cell);
    }
}
