package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.session.Conditioning;

class ConditioningLayersTest {
    private static final Viewport SQUARE = Viewport.fit(0, 0, 500, 500, -5, 5, -5, 5);
    private static final NoiseLevel LEVEL = new NoiseLevel(0.5, 0.8, 0.9);
    private static final GaussianMixture LABELLED = new GaussianMixture(List.of(
            new Component(0.5, -2, 0, 0.36, 0.1, 0.25, "a"),
            new Component(0.3, 2, 1, 0.3, 0, 0.3, "b"),
            new Component(0.2, 0, -2, 0.49, 0.05, 0.2)));
    private static final Measurement MEASURED = new Measurement(List.of(List.of(2.0, 1.0)), List.of(1.0), 0.5);

    private final RecordingPainter painter = new RecordingPainter();

    private PanelContent draw(String layer, Conditioning conditioning) {
        var scene = Scene.analytic(new MixtureScore(LABELLED), LEVEL, ColorMapCatalog.named("quiet", false, ""))
                .given(conditioning);
        var content = new PanelContent(ShownLayers.of(layer), Style.SCREEN);
        content.compute(scene, SQUARE);
        content.draw(painter, SQUARE, Palette.LIGHT);
        return content;
    }

    @Test
    void theMeasuredLineHoldsThePointsOfItsValueWhereTheSignalIsShrunken() {
        draw("measurement", Conditioning.NONE.with(MEASURED));
        var lines = painter.of("polyline");
        double[] values = {0.8, 0.8 * 0.5, 0.8 * 1.5};
        for (int i = 0; i < 3; i++) {
            for (int end = 0; end < 2; end++) {
                double x = SQUARE.dataX(lines.get(i).x()[end]);
                double y = SQUARE.dataY(lines.get(i).y()[end]);
                assertEquals(values[i], 2 * x + y, 1e-9);
            }
        }
    }

    /** The contours against the posterior by Bayes' rule at each point: p(x | y) ∝ ∫ p(x₀) N(y; Ax₀, ρ²) N(x; αx₀, σ²) dx₀. */
    @Test
    void itsContoursAreOfThePosteriorByQuadrature() {
        draw("measurement", Conditioning.NONE.with(MEASURED));
        var contour = painter.of("segments").getLast();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < contour.x().length; i += 8) {
            double value = byQuadrature(SQUARE.dataX(contour.x()[i]), SQUARE.dataY(contour.y()[i]));
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        assertTrue(least > 0.98 * most, "along one line from " + least + " to " + most);
    }

    private static double byQuadrature(double x, double y) {
        double sum = 0;
        double step = 0.1;
        for (double u = -6; u <= 6; u += step) {
            for (double v = -6; v <= 6; v += step) {
                double[] log = new double[1];
                new MixtureScore(LABELLED)
                        .logDensity(new double[] {u}, new double[] {v}, 0, 1, NoiseLevel.plain(0), log);
                double off = (1 - 2 * u - v) / 0.5;
                double dx = (x - 0.8 * u) / 0.9;
                double dy = (y - 0.8 * v) / 0.9;
                sum += Math.exp(log[0] - 0.5 * (off * off + dx * dx + dy * dy));
            }
        }
        return sum;
    }

    /** At w = 1 tilted density and guided score are those of the class; at w = 4 they differ. */
    @Test
    void guidedAndTiltedArrowsAreTheSameAtOneAndNotAtFour() {
        draw("guidance", Conditioning.NONE.with(new Guidance("a", 1)));
        assertEquals(0, farthestTurn(), 1e-6);
        painter.calls.clear();
        draw("guidance", Conditioning.NONE.with(new Guidance("a", 4)));
        assertTrue(farthestTurn() > 0.3, "the most an arrow is turned is " + farthestTurn());
    }

    /** As after a change of the distribution: the rest of the picture is still drawn. */
    @Test
    void aClassThatNoComponentHasIsSaidWithTheRemedy() {
        var content = draw("guidance", Conditioning.NONE.with(new Guidance("c", 4)));
        assertEquals(List.of(), painter.of("segments"));
        assertEquals(
                List.of("no component is labelled c: set guidance.label to one of a, b"),
                PanelContent.words(List.of(content)).entries().stream()
                        .map(Legend.Entry::text)
                        .toList());
    }

    /** Largest angle between two arrows of one point; halos come first, an open head has two further segments. */
    private double farthestTurn() {
        var tilted = painter.of("segments").get(1);
        var guided = painter.of("segments").get(3);
        double most = 0;
        for (int i = 0; i + 1 < guided.x().length; i += 2) {
            most = Math.max(
                    most, Math.abs(Math.IEEEremainder(direction(guided, i) - direction(tilted, 3 * i), 2 * Math.PI)));
        }
        return most;
    }

    private static double direction(RecordingPainter.Call segments, int from) {
        return Math.atan2(segments.y()[from + 1] - segments.y()[from], segments.x()[from + 1] - segments.x()[from]);
    }

    @Test
    void eachClassHasItsOwnShapeAtItsComponents() {
        draw("labels", Conditioning.NONE);
        assertNotEquals(ClassMark.of("a", LABELLED.labels()), ClassMark.of("b", LABELLED.labels()));
        var square = painter.of("rectangle").getLast();
        assertEquals(SQUARE.toX(0.8 * -2), (square.x()[0] + square.x()[1]) / 2, 1e-9);
        assertEquals(1, painter.of("triangles").size() / 2, "the third component has no class");
    }
}
