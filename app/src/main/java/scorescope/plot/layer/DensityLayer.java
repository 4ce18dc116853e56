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
import scorescope.words.Messages;

/** The noised density as an image; the map's end is the largest density seen. */
public final class DensityLayer extends HeatLayer {
    private static final Option LINEAR = Option.of("linear", "Linear", "p", "Colours by p.");
    private static final Option LOG = Option.of("log", "Log", "log p", "Colours by log p, which shows the tails.");
    private static final Parameter.OneOf<Option> SCALE = new Parameter.OneOf<>(
            "scale", "", LINEAR, List.of(LINEAR, LOG), "Colours by p, or by its logarithm, which shows the tails.");
    private static final Parameter.Whole DECADES = new Parameter.Whole(
            "decades", "", 6, 1, 300, "How many powers of ten below the largest density the logarithm shows.");

    static final Kind<LayerKind> KIND = LayerKind.of(
            "density",
            "Density",
            "The noised density as an image",
            LayerKind.Group.GROUND,
            LayerKind.Subject.DENSITY,
            List.of(SCALE, DECADES),
            (_, values) -> new DensityLayer(values));

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
        var label = Formula.parse(Messages.text(key + (logarithmic ? ".log" : ".formula")));
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
                ? Messages.text("figure.legend.density.zero")
                : Messages.text("figure.legend.density.averaged", Numbers.significant(averaged, 4));
        return List.of(new Legend.Entry(Legend.NOTHING, words));
    }
}
