package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.FollowedParticle.Guess;
import scorescope.core.denoise.FollowedParticle.Track;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

/**
 * One particle x_t of the sampler with a ring, a line to its denoised point x̂₀ = E[x₀ | x_t], and the trail of x̂₀
 * over the steps so far, fainter where it is older. The score is the one that the particle follows. In a run to
 * decreasing noise the estimate goes from coarse to fine: first near the mean of all data, at the end at the particle.
 */
public final class TweedieLayer implements SceneLayer {
    static final Kind<LayerKind> KIND = LayerKind.of(
            ChosenParticle.LAYER,
            Words.constant("figure.layer.tweedie.title"),
            Words.constant("help.layer.tweedie"),
            LayerKind.Group.POINTS,
            LayerKind.Subject.PARTICLES,
            List.of(ChosenParticle.NUMBER),
            TweedieLayer::new);

    private static final double OLDEST = 0.2;
    private static final double NEWEST = 0.8;

    private final Style style;
    private final long number;
    private final double[] x = new double[2];
    private final double[] y = new double[2];
    private double[] trailX = new double[0];
    private double[] trailY = new double[0];
    private Optional<Track> track = Optional.empty();
    private boolean learned;
    private int count;
    private int steps;

    TweedieLayer(Style style, Parameters values) {
        this.style = style;
        number = values.get(ChosenParticle.NUMBER);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        track = scene.particles().followed().filter(followed -> followed.present()
                .finite());
        learned = scene.source() != Source.ANALYTIC;
        count = scene.particles().count();
        steps = scene.particles().past().steps();
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        track.ifPresent(followed -> draw(painter, viewport, palette, followed));
    }

    private void draw(Painter painter, Viewport viewport, Palette palette, Track followed) {
        var now = followed.present();
        var color = DenoisedMark.color(learned).on(palette);
        drawHalo(painter, viewport, followed, palette.panel().fade(0.6));
        drawTrail(painter, viewport, followed, color);
        double fromX = viewport.toX(now.x());
        double fromY = viewport.toY(now.y());
        double toX = viewport.toX(now.cleanX());
        double toY = viewport.toY(now.cleanY());
        line(painter, fromX, fromY, toX, toY, palette.panel().fade(0.8), 1.6 * style.arrow() + 2 * style.outline());
        line(painter, fromX, fromY, toX, toY, color, 1.6 * style.arrow());
        // The ring is the larger mark: if both coincide, the denoised point is visible inside it.
        ring(painter, fromX, fromY, palette, style);
        DenoisedMark.draw(painter, toX, toY, palette, learned, style);
    }

    /** Draws a halo that separates the trail from what lies under it. */
    private void drawHalo(Painter painter, Viewport viewport, Track followed, Color color) {
        int length = followed.earlier().size() + 1;
        if (trailX.length < length) {
            trailX = new double[2 * length];
            trailY = new double[2 * length];
        }
        int points = 0;
        for (int k = 0; k < length; k++) {
            var guess =
                    k + 1 == length ? followed.present() : followed.earlier().get(k);
            if (guess.finite()) {
                trailX[points] = viewport.toX(guess.cleanX());
                trailY[points++] = viewport.toY(guess.cleanY());
            }
        }
        if (points > 1) {
            painter.polyline(trailX, trailY, points, false, color, style.arrow() + 2.4 * style.outline(), Dash.SOLID);
        }
    }

    private void drawTrail(Painter painter, Viewport viewport, Track followed, Color color) {
        var earlier = followed.earlier();
        for (int k = 0; k < earlier.size(); k++) {
            var from = earlier.get(k);
            var to = k + 1 == earlier.size() ? followed.present() : earlier.get(k + 1);
            if (!from.finite() || !to.finite()) {
                continue;
            }
            var shade = color.fade(OLDEST + (NEWEST - OLDEST) * (k + 1) / earlier.size());
            double fromX = viewport.toX(from.cleanX());
            double fromY = viewport.toY(from.cleanY());
            line(painter, fromX, fromY, viewport.toX(to.cleanX()), viewport.toY(to.cleanY()), shade, style.arrow());
            painter.discs(x, y, 1, style.particle(), shade);
        }
    }

    private void line(Painter painter, double fromX, double fromY, double toX, double toY, Color color, double width) {
        x[0] = fromX;
        y[0] = fromY;
        x[1] = toX;
        y[1] = toY;
        painter.polyline(x, y, 2, false, color, width, Dash.SOLID);
    }

    /** Draws x_t as a ring about a dot. */
    private static void ring(Painter painter, double x, double y, Palette palette, Style style) {
        double radius = 1.7 * DenoisedMark.radius(style);
        double width = 1.8 * style.outline();
        painter.ellipse(x, y, radius, radius, 0, palette.panel().fade(0.8), 2.2 * width, Dash.SOLID);
        painter.ellipse(x, y, radius, radius, 0, palette.probe(), width, Dash.SOLID);
        painter.discs(new double[] {x}, new double[] {y}, 1, 1.3 * style.particle(), palette.probe());
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        if (count > 0 && number > count) {
            entries.add(new Legend.Entry(Legend.NOTHING, Words.text("figure.legend.tweedie.none", number, count)));
        }
        track.ifPresent(followed -> {
            entries.add(new Legend.Entry(this::ringSample, place(followed)));
            var answer = learned ? "figure.legend.tweedie.learned" : "figure.legend.tweedie.exact";
            entries.add(new Legend.Entry(this::lineSample, Words.text(answer)));
            if (!followed.earlier().isEmpty()) {
                entries.add(new Legend.Entry(this::trailSample, Words.text("figure.legend.tweedie.trail")));
            }
        });
        return entries;
    }

    private String place(Track followed) {
        Guess now = followed.present();
        return Words.text(
                "figure.legend.tweedie.particle",
                followed.index() + 1,
                now.step(),
                Math.max(steps, now.step()),
                SceneWords.level(now.level()));
    }

    private void ringSample(Painter painter, double left, double at, Palette palette, Style around) {
        ring(painter, left + 0.7 * around.ticks(), at, palette, around);
    }

    private void lineSample(Painter painter, double left, double at, Palette palette, Style around) {
        double right = left + 1.4 * around.ticks();
        line(painter, left, at, right, at, DenoisedMark.color(learned).on(palette), 1.6 * around.arrow());
        DenoisedMark.draw(painter, right - DenoisedMark.radius(around), at, palette, learned, around);
    }

    private void trailSample(Painter painter, double left, double at, Palette palette, Style around) {
        var color = DenoisedMark.color(learned).on(palette);
        double third = 1.4 * around.ticks() / 3;
        for (int k = 0; k < 3; k++) {
            var shade = color.fade(OLDEST + (NEWEST - OLDEST) * (k + 1) / 3);
            line(painter, left + k * third, at, left + (k + 1) * third, at, shade, around.arrow());
            painter.discs(x, y, 1, around.particle(), shade);
        }
    }
}
