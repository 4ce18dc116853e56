package scorescope.plot;

import java.util.List;
import java.util.Optional;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/** The noised density as an image; the map's end is the largest density seen. */
public final class DensityLayer implements SceneLayer {
    private static final Parameter.Name SCALE = new Parameter.Name(
            "scale",
            "",
            "linear",
            List.of("linear", "log"),
            "Colours by p, or by its logarithm, which shows the tails.");
    private static final Parameter.Whole DECADES = new Parameter.Whole(
            "decades", "", 6, 1, 300, "How many powers of ten below the largest density the logarithm shows.");

    static final LayerKind KIND = new LayerKind(
            "density",
            "Density",
            "The noised density as an image",
            LayerKind.Group.GROUND,
            false,
            List.of(SCALE, DECADES),
            (_, values) -> new DensityLayer(values));

    private final boolean logarithmic;
    private final long decades;
    private final HeatImage image = new HeatImage(ColorMapCatalog.named(ColorMapCatalog.QUIET, false, ""));
    private float[] logs = new float[0];
    private DensityGrid density = new DensityGrid();
    private ColorMap map = image.bar().map();
    private Range range = Range.NONE;
    private Formula label = Formula.parse("");

    DensityLayer(Parameters values) {
        logarithmic = values.get(SCALE).equals("log");
        decades = values.get(DECADES);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        this.density = density;
        map = scene.colorMap();
        String key = scene.level().sigma() == 0 ? "figure.clean" : "figure.density";
        label = Formula.parse(Messages.text(key + (logarithmic ? ".log" : ".formula")));
        if (!logarithmic) {
            range = new Range(0, Math.max(density.largest(), Float.MIN_NORMAL));
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
        range = new Range(top - decades, top);
    }

    @Override
    public Range range() {
        return range;
    }

    @Override
    public void share(Range common) {
        image.color(logarithmic ? logs : density.values(), density.columns(), density.rows(), map, common, label);
    }

    @Override
    public Optional<Ground> ground(Scene scene) {
        return Optional.of(Ground.of(scene.colorMap()));
    }

    @Override
    public Optional<ColorBar> colorBar() {
        return Optional.of(image.bar());
    }

    @Override
    public boolean explainsItself() {
        return !logarithmic;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        image.draw(painter, viewport);
    }
}
