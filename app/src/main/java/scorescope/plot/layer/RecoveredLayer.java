package scorescope.plot.layer;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import scorescope.core.field.RecoveredDensity;
import scorescope.core.field.ScalarField;
import scorescope.core.memo.LastKey;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

/**
 * The density implied by the score shown, by line integrals from the maximum of the true density, or its difference
 * from the true density. It is normalised to the mass of the true density over the visible part.
 */
public final class RecoveredLayer extends HeatLayer {
    private static final Option DENSITY = Option.of(
            "density",
            Words.constant("figure.recovered.density"),
            Words.constant("notation.p-hat"),
            Words.constant("figure.recovered.recovered-density"));
    private static final Option DIFFERENCE = Option.of(
            "difference",
            Words.constant("figure.recovered.difference-2"),
            Words.constant("notation.p-hat-minus-p"),
            Words.constant("figure.recovered.recovered-density-minus-true"));
    private static final Parameter.OneOf<Option> SHOW = new Parameter.OneOf<>(
            "show", "", DENSITY, List.of(DENSITY, DIFFERENCE), Words.constant("help.layer.recovered.show"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "recovered",
            Words.constant("figure.layer.recovered.title"),
            Words.constant("help.layer.recovered"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(SHOW),
            RecoveredLayer::new);

    private static final int NODES = 3;

    /**
     * Number of rays in a fan and of pieces of each: the usual numbers, and those for a score that is too costly for
     * them.
     */
    private static final int RAYS = 256;

    private static final int RINGS = 128;
    private static final int FEW_RAYS = 96;
    private static final int FEW_RINGS = 32;

    /** Largest cost of a fan on the screen and on paper, in nanoseconds by {@link ScoreField#cost}. */
    private static final double SCREEN = 5e8;

    private static final double PAPER = 5e9;

    private final Style style;
    private final RecoveredDensity recovered = new RecoveredDensity();
    private final LastKey<Key> last = new LastKey<>();
    private float[] values = new float[0];
    private Range valueRange = Range.NONE;
    private ScalarField truth = new DensityGrid().field();
    private Estimate variation = Estimate.exact(0);
    private Source source = Source.ANALYTIC;

    /** Inputs of the values. */
    private record Key(MixtureScore exact, ScoreField score, NoiseLevel level, Viewport viewport, double detail) {}

    RecoveredLayer(Style style, Parameters settings) {
        super(settings.get(SHOW).equals(DIFFERENCE));
        this.style = style;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        source = scene.source();
        var score = scene.denoising();
        last.update(
                new Key(scene.exact(), score, scene.level(), viewport, density.detail()),
                () -> valueRange = recover(scene, score, viewport, density));
        var label = Formula.parse(Words.text(signed() ? "figure.recovered.difference" : "figure.recovered.formula"));
        show(values, truth.grid(), colors(scene), valueRange, label);
        sampled(density.mixture());
    }

    private Range recover(Scene scene, ScoreField score, Viewport viewport, DensityGrid density) {
        truth = density.field();
        if (values.length < truth.values().length) {
            values = new float[truth.values().length];
        }
        spread(scene, score, viewport, density.detail() < style.detail());
        return fill();
    }

    /**
     * Integrates along a fan of rays from the maximum of the density in view to its farthest corner. A costly score has
     * fewer rays, and so does a picture during a drag.
     */
    private void spread(Scene scene, ScoreField score, Viewport v, boolean hasty) {
        int top = 0;
        for (int i = 0; i < truth.grid().cells(); i++) {
            top = truth.values()[i] > truth.values()[top] ? i : top;
        }
        int row = top / truth.grid().columns();
        double anchorX = truth.grid().x(top - row * truth.grid().columns());
        double anchorY = truth.grid().y(row);
        double radius =
                Math.hypot(Math.max(v.x1() - anchorX, anchorX - v.x0()), Math.max(v.y1() - anchorY, anchorY - v.y0()));
        double time = (double) RAYS * RINGS * NODES * score.cost().score();
        boolean few = hasty || time > (style.framed() ? PAPER : SCREEN);
        recovered.fan(
                score, scene.level(), anchorX, anchorY, radius, few ? FEW_RAYS : RAYS, few ? FEW_RINGS : RINGS, NODES);
    }

    private Range fill() {
        var grid = truth.grid();
        double rough = apart(recovered::roughLogRatio);
        double fine = apart(recovered::logRatio);
        // The integrals along the rays, the interpolation between them, and sums over cells instead of an integral.
        double integrals = Math.expm1(2 * recovered.error()) * massSeen();
        variation = new Estimate(fine, integrals + Math.abs(fine - rough) + unevenness());
        double most = 0;
        for (int i = 0; i < grid.cells(); i++) {
            values[i] = signed() ? values[i] - truth.values()[i] : values[i];
            most = Math.max(most, Math.abs(values[i]));
        }
        double end = signed() ? Math.max(most, 1e-6 * truth.largest()) : Math.max(most, Float.MIN_NORMAL);
        return new Range(signed() ? -end : 0, end);
    }

    /**
     * Stores p̂ in the values, normalised to the mass of p over the visible part; returns the total variation between
     * them.
     */
    private double apart(DoubleBinaryOperator logRatio) {
        var grid = truth.grid();
        int count = grid.cells();
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double log = logRatio.applyAsDouble(grid.x(i % grid.columns()), grid.y(Math.floorDiv(i, grid.columns())));
            values[i] = (float) log;
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            values[i] = (float) Math.exp(values[i] - largest);
            sum += values[i];
        }
        double scale = massSeen() / grid.cellArea() / sum;
        for (int i = 0; i < count; i++) {
            values[i] = (float) (values[i] * scale);
        }
        return variation(i -> 1);
    }

    private double massSeen() {
        double mass = 0;
        for (int i = 0; i < truth.grid().cells(); i++) {
            mass += truth.values()[i];
        }
        return mass * truth.grid().cellArea();
    }

    /**
     * Error estimate of the sum: the difference between the sums over every second cell, each doubled, and over the
     * others.
     */
    private double unevenness() {
        int columns = truth.grid().columns();
        double even = variation(i -> (i / columns + i % columns) % 2 == 0 ? 2 : 0);
        double odd = variation(i -> (i / columns + i % columns) % 2 == 0 ? 0 : 2);
        return Math.abs(even - odd);
    }

    /** ½ Σ |p̂ − p| over the cells, weighted. */
    private double variation(IntToDoubleFunction weight) {
        double apart = 0;
        for (int i = 0; i < truth.grid().cells(); i++) {
            apart += weight.applyAsDouble(i) * Math.abs((double) values[i] - truth.values()[i]);
        }
        return 0.5 * apart * truth.grid().cellArea();
    }

    /** The total variation between p̂ and p over the visible part. */
    Estimate variation() {
        return variation;
    }

    @Override
    public List<Legend.Entry> legend() {
        boolean alone = source == Source.ANALYTIC || source == Source.LEARNED;
        var key = alone ? "figure.legend.recovered" : "figure.legend.recovered.learned";
        var said = new Legend.Entry(Legend.NOTHING, Words.text(key, Numbers.holding(variation, 2)));
        return Stream.concat(Stream.of(said), missed()).toList();
    }
}
