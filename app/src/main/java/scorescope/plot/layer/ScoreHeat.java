package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.field.Grid;
import scorescope.core.quadrature.Estimate;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.field.FieldGrid;
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
 * A quantity computed from the score or its Jacobian, as an image. The scale ends at the value that 1 % of the cells
 * exceed, so that a few extreme cells do not wash out the rest.
 */
abstract class ScoreHeat extends HeatLayer {
    private static final double WITHIN = 0.99;

    /** What {@link #value} is computed from. */
    enum Requirement {
        SCORE,
        JACOBIAN,
        BOTH
    }

    private final Style style;
    private final Requirement requirement;
    private final Formula formula;
    private final FieldGrid field = new FieldGrid();
    private float[] values = new float[0];
    private float[] sizes = new float[0];
    private Source source = Source.ANALYTIC;
    private Estimate integral = Estimate.UNKNOWN;

    /**
     * @param formula the key of the label of the colour bar
     */
    ScoreHeat(Style style, Requirement requirement, boolean signed, String formula) {
        super(signed);
        this.style = style;
        this.requirement = requirement;
        this.formula = Formula.parse(Words.text(formula));
    }

    /** The value at one cell. */
    abstract double value(FieldGrid field, int cell);

    /** Whether values are multiplied by the exact density, so that their integral is an expectation. */
    boolean weighted() {
        return false;
    }

    /** Computes what {@link #value} needs besides the field's own values. */
    void prepare(Scene scene, Grid grid) {}

    /**
     * The integral of the values over the visible part by the midpoint rule, unknown if they are not weighted. The error is the
     * farthest that the rule over a quarter of the cells, every other one of every other row, lies from it.
     */
    Estimate integral() {
        return integral;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        source = scene.source();
        boolean fresh = field.evaluate(
                scene,
                viewport,
                density.detail(),
                FieldGrid.time(density.detail(), style),
                requirement != Requirement.SCORE,
                requirement != Requirement.JACOBIAN);
        var range = fresh ? evaluate(scene) : range();
        var label = weighted() ? Formula.parse(Words.text("figure.hyvarinen.times", formula.plain())) : formula;
        show(values, field.grid(), colors(scene), range, label);
        sampled(density.mixture());
    }

    private Range evaluate(Scene scene) {
        int count = field.grid().cells();
        var density = weighted() ? densities(scene) : new double[0];
        var quarters = new double[4];
        int columns = field.grid().columns();
        prepare(scene, field.grid());
        if (values.length < count) {
            values = new float[count];
            sizes = new float[count];
        }
        for (int i = 0; i < count; i++) {
            double value = value(field, i);
            if (weighted()) {
                value *= density[i];
                quarters[i % columns % 2 + 2 * (Math.floorDiv(i, columns) % 2)] +=
                        4 * value * field.grid().cellArea();
            }
            values[i] = (float) value;
            sizes[i] = Math.abs(values[i]);
        }
        integral = weighted() ? integral(quarters) : Estimate.UNKNOWN;
        double most = FieldGrid.quantile(sizes, count, WITHIN);
        if (!(most > 0)) {
            // All but a few cells are exactly zero: the scale is determined by these few, if any.
            most = FieldGrid.quantile(sizes, count, 1);
        }
        return most > 0 ? new Range(signed() ? -most : 0, most) : Range.NONE;
    }

    private static Estimate integral(double[] quarters) {
        double whole = Arrays.stream(quarters).average().orElse(Double.NaN);
        double farthest = 0;
        for (double quarter : quarters) {
            farthest = Math.max(farthest, Math.abs(quarter - whole));
        }
        return new Estimate(whole, farthest);
    }

    private double[] densities(Scene scene) {
        var x = field.grid().centresX();
        var y = field.grid().centresY();
        var p = new double[x.length];
        scene.exact().logDensity(x, y, 0, x.length, scene.level(), p);
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(p[i]);
        }
        return p;
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<>(source.onlyOneShown("figure.legend.overlay.colours", label().plain()));
        if (range().empty()) {
            entries.add(new Legend.Entry(Legend.NOTHING, Words.text("figure.legend.field.zero", label().plain())));
        }
        if (weighted()) {
            entries.add(new Legend.Entry(
                    Legend.NOTHING,
                    Words.text("figure.field.integral", integral.text(4), Numbers.significant(integral.error(), 1))));
        }
        missed().forEach(entries::add);
        return entries;
    }
}
