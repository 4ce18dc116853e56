package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.core.score.UnnormalisedDensity;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.field.FieldGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * The energy whose negative gradient is the score shown: −log p for an exact score, E_θ for an energy network, which is
 * defined up to a constant. It is drawn relative to its lowest value in view; the legend gives Z = ∫ e^−E over the
 * visible part. Alternatively its difference from the exact energy, less the mean of the difference under p.
 */
public final class LearnedEnergyLayer extends HeatLayer {
    private static final Option ENERGY = Option.of(
            "energy",
            Words.constant("figure.learned-energy.energy"),
            Words.constant("help.layer.learned-energy.energy"));
    private static final Option DIFFERENCE = Option.of(
            "difference",
            Words.constant("figure.learned-energy.difference"),
            Words.constant("help.layer.learned-energy.difference"));
    private static final Parameter.OneOf<Option> SHOW = new Parameter.OneOf<>(
            "show", "", ENERGY, List.of(ENERGY, DIFFERENCE), Words.constant("help.layer.learned-energy.show"));
    private static final Parameter.Real SPAN =
            new Parameter.Real("span", "", "", 10, 0.1, 1e4, true, Words.constant("help.layer.energy.span"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "learned-energy",
            Words.constant("figure.layer.learned-energy.title"),
            Words.constant("help.layer.learned-energy"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.SCORE,
            List.of(SHOW, SPAN),
            LearnedEnergyLayer::new);

    private final Style style;
    private final double span;
    private Optional<Key> drawnKey = Optional.empty();
    private Grid grid = new Grid(1, 1, 0, 1, 1, 0);
    private float[] values = new float[0];
    private Range range = Range.NONE;
    private double logPartition = Double.NaN;
    private boolean known;

    private record Key(MixtureScore exact, ScoreField score, NoiseLevel level, Viewport viewport, double detail) {}

    LearnedEnergyLayer(Style style, Parameters settings) {
        super(settings.get(SHOW).equals(DIFFERENCE));
        this.style = style;
        span = settings.get(SPAN);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        var newKey = Optional.of(new Key(scene.exact(), scene.score(), scene.level(), viewport, density.detail()));
        if (!drawnKey.equals(newKey)) {
            drawnKey = newKey;
            var energy = scene.score().unnormalised();
            known = energy.isPresent();
            double seconds = FieldGrid.time(density.detail(), style);
            layOut(viewport, density.detail(), seconds / scene.score().cost().score());
            values = new float[grid.cells()];
            range = energy.map(own -> evaluate(own, scene)).orElse(Range.NONE);
        }
        var map = signed() ? colors(scene) : colors(scene).reversed();
        show(
                values,
                grid,
                map,
                range,
                Formula.parse(Words.text(signed() ? "figure.learned-energy.minus" : "figure.learned-energy.formula")));
    }

    private void layOut(Viewport v, double detail, double most) {
        double wanted = v.width() * v.height() * detail * detail;
        double cell = detail * Math.min(1, Math.sqrt(most / Math.max(1, wanted)));
        grid = new Grid(
                Math.max(2, (int) Math.round(v.width() * cell)),
                Math.max(2, (int) Math.round(v.height() * cell)),
                v.x0(),
                v.x1(),
                v.y1(),
                v.y0());
    }

    private Range evaluate(UnnormalisedDensity energy, Scene scene) {
        int count = grid.cells();
        var x = grid.centresX();
        var y = grid.centresY();
        var log = new double[count];
        energy.logUnnormalised(x, y, 0, count, scene.level(), log);
        double top = Double.NEGATIVE_INFINITY;
        for (double value : log) {
            top = Math.max(top, value);
        }
        double mass = 0;
        for (double value : log) {
            mass += Math.exp(value - top);
        }
        logPartition = top + Math.log(mass * grid.cellArea());
        if (!signed()) {
            for (int i = 0; i < count; i++) {
                values[i] = (float) -log[i];
            }
            return new Range(-top, -top + span);
        }
        var exact = new double[count];
        scene.exact().logDensity(x, y, 0, count, scene.level(), exact);
        double weight = 0;
        double off = 0;
        for (int i = 0; i < count; i++) {
            double p = Math.exp(exact[i]);
            weight += p;
            off += p * (exact[i] - log[i]);
        }
        double mean = weight > 0 ? off / weight : 0;
        double largest = 0;
        for (int i = 0; i < count; i++) {
            values[i] = (float) (exact[i] - log[i] - mean);
            // Where data is very rare nothing was learned, so these values do not determine the scale.
            largest = Math.exp(exact[i]) > 1e-4 * weight / count ? Math.max(largest, Math.abs(values[i])) : largest;
        }
        return largest > 0 ? new Range(-largest, largest) : Range.NONE;
    }

    /** log ∫ e^−E over the visible part; NaN if the score has no energy. */
    public double logPartition() {
        return logPartition;
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        entries.add(new Legend.Entry(
                Legend.NOTHING,
                known
                        ? Words.text("figure.learned-energy.partition", Numbers.significant(Math.exp(logPartition), 4))
                        : Words.text("figure.learned-energy.none")));
        return entries;
    }
}
