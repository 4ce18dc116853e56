package scorescope.plot;

import java.util.Optional;

/**
 * A number made of the score or its Jacobian, as an image. A signed one has colours that diverge from 0; the scale ends
 * where 1 % of the cells lie beyond it, so that a few extreme ones do not wash out the rest.
 */
abstract class ScoreHeat implements SceneLayer {
    private static final double WITHIN = 0.99;

    private final Style style;
    private final FieldGrid field = new FieldGrid();
    private final HeatImage image = new HeatImage(ColorMapCatalog.named(ColorMapCatalog.QUIET, false, ""));
    private float[] values = new float[0];
    private float[] sizes = new float[0];
    private ColorMap map = image.bar().map();
    private Range range = Range.NONE;

    ScoreHeat(Style style) {
        this.style = style;
    }

    /** Whether {@link #value} needs the Jacobian. */
    abstract boolean ofJacobian();

    /** Whether it needs the score itself. */
    abstract boolean ofScore();

    /** Whether it takes both signs. */
    abstract boolean signed();

    /** The number at one cell. */
    abstract double value(FieldGrid field, int cell);

    /** What stands over the colour bar. */
    abstract Formula label();

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        map = signed() ? ColorMapCatalog.named(ColorMapCatalog.DIVERGING, false, "") : scene.colorMap();
        if (!field.evaluate(
                scene, viewport, density.detail(), FieldGrid.time(density.detail(), style), ofJacobian(), ofScore())) {
            return;
        }
        int count = field.grid().cells();
        if (values.length < count) {
            values = new float[count];
            sizes = new float[count];
        }
        for (int i = 0; i < count; i++) {
            values[i] = (float) value(field, i);
            sizes[i] = Math.abs(values[i]);
        }
        double most = Math.max(FieldGrid.quantile(sizes, count, WITHIN), 1e-9);
        range = new Range(signed() ? -most : 0, most);
    }

    @Override
    public Range range() {
        return range;
    }

    @Override
    public void share(Range common) {
        image.color(values, field.grid().columns(), field.grid().rows(), map, common, label());
    }

    @Override
    public Optional<Ground> ground(Scene scene) {
        return Optional.of(signed() ? Ground.LIGHT : Ground.of(scene.colorMap()));
    }

    @Override
    public Optional<ColorBar> colorBar() {
        return Optional.of(image.bar());
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        image.draw(painter, viewport);
    }
}
