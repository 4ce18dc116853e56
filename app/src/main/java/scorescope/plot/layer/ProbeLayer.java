package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.Posterior;
import scorescope.core.denoise.Tweedie;
import scorescope.core.density.Ellipse;
import scorescope.core.density.Moments;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.CentralDifferences;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Arrows;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

/**
 * Estimates of the clean point behind one noisy point x̃: the score's arrow, drawn as σ²s so that it ends at αE[x₀ |
 * x̃], the exact and the learned denoised point, and the posterior as samples and as the ellipse of its covariance: the
 * exact one, and the one implied by the Jacobian of a learned score.
 */
public final class ProbeLayer implements SceneLayer {
    private static final Parameter.Whole SAMPLES =
            new Parameter.Whole("samples", "n", 60, 0, 1000, Words.constant("help.layer.probe.samples"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            ProbePoint.LAYER,
            Words.constant("figure.layer.probe.title"),
            Words.constant("help.layer.probe"),
            LayerKind.Group.POINTS,
            LayerKind.Subject.SCORE,
            List.of(ProbePoint.X, ProbePoint.Y, SAMPLES),
            ProbeLayer::new);

    private static final long SEED = 20;
    private static final double DEVIATIONS = 2;

    private final Style style;
    private final ProbePoint point;
    private final double[] sampleX;
    private final double[] sampleY;
    private final double[] markX;
    private final double[] markY;
    private final Arrows arrow = new Arrows();
    private Source source = Source.ANALYTIC;
    private Moments posterior = new Moments(0, 0, 0, 0, 0);
    private Optional<Moments> learned = Optional.empty();

    ProbeLayer(Style style, Parameters values) {
        this.style = style;
        point = new ProbePoint(values.get(ProbePoint.X), values.get(ProbePoint.Y));
        int samples = Math.toIntExact(values.get(SAMPLES));
        sampleX = new double[samples];
        sampleY = new double[samples];
        markX = new double[samples];
        markY = new double[samples];
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        source = scene.source();
        var level = scene.level();
        var behind = new Posterior(scene.exact()).at(point.x(), point.y(), level);
        posterior = behind.moments();
        behind.draw(SEED, sampleX, sampleY);
        learned = source == Source.ANALYTIC ? Optional.empty() : Optional.of(answer(scene));
        var end = learned.orElse(posterior);
        double fromX = viewport.toX(point.x());
        double fromY = viewport.toY(point.y());
        double dx = viewport.toX(level.alpha() * end.meanX()) - fromX;
        double dy = viewport.toY(level.alpha() * end.meanY()) - fromY;
        // At α = 1 the denoised point is marked at the arrow's end: the head stops at the mark's rim.
        double covered = level.alpha() == 1 ? DenoisedMark.radius(style) / Math.hypot(dx, dy) : 0;
        arrow.clear();
        if (covered < 1) {
            arrow.add(fromX, fromY, fromX + (1 - covered) * dx, fromY + (1 - covered) * dy, style, source.head());
        }
    }

    /**
     * Tweedie's first and second formula with the learned score; during training the matrix need not be a valid
     * covariance.
     */
    private Moments answer(Scene scene) {
        var score = scene.denoising();
        double[] atX = {point.x()};
        double[] atY = {point.y()};
        var mean = new double[2][1];
        new Tweedie(score).mean(atX, atY, 0, 1, scene.level(), mean[0], mean[1]);
        var c = new double[4][1];
        Tweedie.covariance(CentralDifferences.jacobianOf(score), atX, atY, 0, 1, scene.level(), c[0], c[1], c[2], c[3]);
        return new Moments(mean[0][0], mean[1][0], c[0][0], (c[1][0] + c[2][0]) / 2, c[3][0]);
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        for (int i = 0; i < sampleX.length; i++) {
            markX[i] = viewport.toX(sampleX[i]);
            markY[i] = viewport.toY(sampleY[i]);
        }
        painter.discs(
                markX,
                markY,
                markX.length,
                1.8 * style.particle(),
                palette.panel().fade(0.7));
        painter.discs(markX, markY, markX.length, 1.2 * style.particle(), palette.clean());
        drawEllipse(posterior, painter, viewport, palette.clean(), Dash.DASHED);
        learned.filter(ProbeLayer::isSpread)
                .ifPresent(moments -> drawEllipse(moments, painter, viewport, palette.learned(), Dash.DOTTED));
        arrow.drawHalo(painter, palette.panel().fade(0.8), 1.6 * style.arrow(), style.arrow());
        arrow.draw(painter, source == Source.ANALYTIC ? palette.analytic() : palette.learned(), 1.6 * style.arrow());
        DenoisedMark.draw(
                painter, viewport.toX(posterior.meanX()), viewport.toY(posterior.meanY()), palette, false, style);
        learned.ifPresent(at ->
                DenoisedMark.draw(painter, viewport.toX(at.meanX()), viewport.toY(at.meanY()), palette, true, style));
        noisy(painter, viewport.toX(point.x()), viewport.toY(point.y()), palette, style);
    }

    /** Whether the covariance is valid. */
    private static boolean isSpread(Moments moments) {
        return moments.xx() > 0 && moments.xx() * moments.yy() > moments.xy() * moments.xy();
    }

    private void drawEllipse(Moments moments, Painter painter, Viewport viewport, Color color, Dash dash) {
        var shape = Ellipse.of(moments.xx(), moments.xy(), moments.yy());
        double scale = DEVIATIONS * viewport.scale();
        painter.ellipse(
                viewport.toX(moments.meanX()),
                viewport.toY(moments.meanY()),
                scale * shape.a(),
                scale * shape.b(),
                shape.angle(),
                color,
                1.2 * style.outline(),
                dash);
    }

    /** Draws x̃ as a diamond. */
    private static void noisy(Painter painter, double x, double y, Palette palette, Style style) {
        painter.diamond(x, y, 1.25 * DenoisedMark.radius(style) + 1.5 * style.outline(), palette.panel());
        painter.diamond(x, y, 1.25 * DenoisedMark.radius(style), palette.probe());
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        entries.add(entry(
                "noisy", (painter, x, y, palette, around) -> noisy(painter, x + middle(around), y, palette, around)));
        entries.add(entry(
                "denoised",
                (painter, x, y, palette, around) ->
                        DenoisedMark.draw(painter, x + middle(around), y, palette, false, around)));
        if (source != Source.ANALYTIC) {
            entries.add(entry(
                    "learned",
                    (painter, x, y, palette, around) ->
                            DenoisedMark.draw(painter, x + middle(around), y, palette, true, around)));
        }
        entries.add(entry("posterior", line(Palette::clean, Dash.DASHED)));
        if (learned.filter(ProbeLayer::isSpread).isPresent()) {
            entries.add(entry("spread", line(Palette::learned, Dash.DOTTED)));
        }
        return entries;
    }

    private static Legend.Sample line(ThemeColor color, Dash dash) {
        return Legend.Sample.line(color, style -> 1.2 * style.outline(), dash);
    }

    private static double middle(Style style) {
        return 0.7 * style.ticks();
    }

    private static Legend.Entry entry(String what, Legend.Sample sample) {
        return new Legend.Entry(sample, Words.text("figure.legend.probe." + what));
    }
}
