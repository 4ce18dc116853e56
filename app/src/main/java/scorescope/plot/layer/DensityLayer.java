package scorescope.plot.layer;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/** The noised density as an image; the end of the colour map is the largest density in view. */
public final class DensityLayer extends HeatLayer {
    private static final Option LINEAR = Option.of(
            "linear", Words.constant("figure.density.linear"), "p", Words.constant("figure.density.colours-p"));
    private static final Option LOG = Option.of(
            "log",
            Words.constant("figure.density.log-2"),
            Words.constant("figure.density.log-p"),
            Words.constant("figure.density.colours-log-p-which-shows"));
    private static final Parameter.OneOf<Option> SCALE = new Parameter.OneOf<>(
            "scale", "", LINEAR, List.of(LINEAR, LOG), Words.constant("help.layer.density.scale"));
    private static final Parameter.Whole DECADES =
            new Parameter.Whole("decades", "", 6, 1, 300, Words.constant("help.layer.density.decades"));

    static final Kind<LayerKind> KIND = LayerKind.of(
                    "density",
                    Words.constant("figure.layer.density.title"),
                    Words.constant("help.layer.density"),
                    LayerKind.Group.BACKGROUND,
                    LayerKind.Subject.DENSITY,
                    List.of(SCALE, DECADES),
                    (_, values) -> new DensityLayer(values))
            .when(SCALE, LOG, DECADES);

    private final boolean logarithmic;
    private final long decades;
    private float[] logs = new float[0];
    private boolean zero;

    /** The maximum of p where cells hold means, which stay below it; else 0. */
    private double averaged;

    DensityLayer(Parameters values) {
        super(false);
        logarithmic = values.get(SCALE).equals(LOG);
        decades = values.get(DECADES);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        String key = scene.level().sigma() == 0 ? "figure.clean" : "figure.density";
        var label = Formula.parse(Words.text(key + (logarithmic ? ".log" : ".formula")));
        if (!logarithmic) {
            zero = !(density.field().largest() > 0);
            averaged = density.averaged() ? density.peak().density() : 0;
            var range = zero ? Range.NONE : new Range(0, density.largest());
            show(density.values(), density.field().grid(), colors(scene), range, label);
            return;
        }
        var natural = density.logField();
        int count = natural.grid().cells();
        if (logs.length < count) {
            logs = new float[count];
        }
        for (int i = 0; i < count; i++) {
            logs[i] = (float) (natural.values()[i] / Math.log(10));
        }
        double top = natural.largest() / Math.log(10);
        show(logs, natural.grid(), colors(scene), new Range(top - decades, top), label);
    }

    @Override
    public boolean explainsItself() {
        return !logarithmic && !zero && averaged == 0;
    }

    @Override
    public List<Legend.Entry> legend() {
        if (logarithmic || (!zero && averaged == 0)) {
            return List.of();
        }
        var words = zero
                ? Words.text("figure.legend.density.zero")
                : Words.text("figure.legend.density.averaged", Numbers.significant(averaged, 4));
        return List.of(new Legend.Entry(Legend.NOTHING, words));
    }
}
