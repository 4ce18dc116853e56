package scorescope.plot.layer;

import java.util.List;
import java.util.stream.Stream;
import scorescope.core.density.Box;
import scorescope.core.field.MassInBox;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * The energy E = −log p + c as an image. The shift c moves the numbers of the colour bar and divides Z = ∫ e^−E by e^c;
 * neither picture nor score changes.
 */
public final class EnergyLayer extends HeatLayer {
    private static final Parameter.Real SHIFT =
            new Parameter.Real("shift", "c", "", 0, -20, 20, false, Words.constant("help.layer.energy.shift"));
    private static final Parameter.Real SPAN =
            new Parameter.Real("span", "", "", 10, 0.1, 1e4, true, Words.constant("help.layer.energy.span"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "energy",
            Words.constant("figure.layer.energy.title"),
            Words.constant("help.layer.energy"),
            LayerKind.Group.BACKGROUND,
            LayerKind.Subject.DENSITY,
            List.of(SHIFT, SPAN),
            (_, values) -> new EnergyLayer(values));

    private final double shift;
    private final double span;
    private float[] energies = new float[0];
    private Estimate partition = Estimate.exact(0);

    EnergyLayer(Parameters values) {
        super(false);
        shift = values.get(SHIFT);
        span = values.get(SPAN);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        var logs = density.logField();
        int count = logs.grid().cells();
        if (energies.length < count) {
            energies = new float[count];
        }
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            energies[i] = (float) (shift - logs.values()[i]);
            lowest = Math.min(lowest, energies[i]);
        }
        // ∫ e^−E = e^−c ∫ p.
        var seen = new Box(viewport.x0(), viewport.x1(), viewport.y0(), viewport.y1());
        partition = MassInBox.of(density.mixture(), seen).times(Math.exp(-shift));
        // The map is reversed so that wells, where data is likely, stand out as in a picture of the density.
        var map = colors(scene).reversed();
        var label = Formula.parse(Words.text("figure.energy.formula"));
        show(energies, logs.grid(), map, new Range(lowest, lowest + span), label);
        sampled(density.mixture());
    }

    /** Z = ∫ e^−E over the visible part of the plane. */
    public Estimate partition() {
        return partition;
    }

    @Override
    public List<Legend.Entry> legend() {
        var z = Words.text(
                "figure.legend.partition", Numbers.holding(partition, 4), Numbers.significant(Math.exp(-shift), 4));
        return Stream.concat(Stream.of(new Legend.Entry(Legend.NOTHING, z)), missed())
                .toList();
    }
}
