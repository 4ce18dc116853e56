package scorescope.plot.layer;

import java.util.List;
import scorescope.core.field.Grid;
import scorescope.core.parameter.Kind;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

/** p‖s_θ − s‖², whose integral is the Fisher divergence: where score matching looks, and where an error costs nothing. */
public final class FisherLayer extends ScoreHeat {
    static final Kind<LayerKind> KIND = LayerKind.of(
            "fisher",
            Words.constant("figure.layer.fisher.title"),
            Words.constant("help.layer.fisher"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(),
            (style, _) -> new FisherLayer(style));

    private double[] exactX = new double[0];
    private double[] exactY = new double[0];

    FisherLayer(Style style) {
        super(style, Requirement.SCORE, false, "figure.fisher.formula");
    }

    @Override
    boolean weighted() {
        return true;
    }

    /** Of a difference the field is s_θ − s already. */
    @Override
    void prepare(Scene scene, Grid grid) {
        exactX = new double[grid.cells()];
        exactY = new double[grid.cells()];
        if (scene.source() != Source.DIFFERENCE) {
            scene.exact().score(grid.centresX(), grid.centresY(), 0, grid.cells(), scene.level(), exactX, exactY);
        }
    }

    @Override
    double value(FieldGrid field, int cell) {
        double x = field.u(cell) - exactX[cell];
        double y = field.v(cell) - exactY[cell];
        return x * x + y * y;
    }
}
