package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * Particles as small discs with short fading trails, dark or coloured by a {@link ParticleColors}. Many particles are
 * drawn smaller and fainter.
 */
public final class ParticleLayer implements SceneLayer {
    public static final String ID = "particles";

    static final Kind<LayerKind> KIND = LayerKind.of(
            ID,
            Words.constant("figure.layer.particles.title"),
            Words.constant("help.layer.particles"),
            LayerKind.Group.POINTS,
            LayerKind.Subject.PARTICLES,
            List.of(ParticleColors.CHOICE),
            ParticleLayer::new);

    private static final double FEW = 300;
    private static final double NEWEST_TRAIL = 0.16;
    private static final double TRAJECTORY_STRENGTH = 0.45;

    /** Largest distance of the ends of a line from the picture, in points. */
    private static final double MARGIN = 20;

    private final Style style;
    private final ParticleColors coloring;
    private Optional<Scene> shown = Optional.empty();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private int[] colorIndex = new int[0];

    ParticleLayer(Style style, Parameters values) {
        this.style = style;
        coloring = values.get(ParticleColors.CHOICE);
    }

    /** Settings of this layer that colour particles by the nearest mode. */
    public static Parameters byMode() {
        return Parameters.NONE.with(ParticleColors.CHOICE, ParticleColors.MODE.id());
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        shown = Optional.of(scene);
        int count = scene.particles().count();
        if (coloring.count(scene) > 1) {
            colorIndex = colorIndex.length < count ? new int[count] : colorIndex;
            coloring.assign(scene, colorIndex);
        }
    }

    @Override
    public boolean explainsItself() {
        return coloring == ParticleColors.PLAIN;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        shown.filter(scene -> scene.particles().count() > 0)
                .ifPresent(scene -> draw(painter, viewport, palette, scene));
    }

    private void draw(Painter painter, Viewport viewport, Palette palette, Scene scene) {
        int count = scene.particles().count();
        // From many particles on, the area covered grows as the square root of their number.
        double crowding = Math.min(1, Math.sqrt(FEW / count));
        drawTrajectory(painter, viewport, palette, scene);
        boolean plain = coloring == ParticleColors.PLAIN;
        // Trails of many particles overlap and would wash out colours.
        drawTrails(painter, viewport, palette, plain ? Math.sqrt(crowding) : crowding, scene.particles());
        double radius =
                palette.strength() * style.particle() * Math.max(0.55, Math.sqrt(crowding)) * (plain ? 1 : 1.25);
        double opacity = Math.min(1, palette.strength() * ((plain ? 0.4 : 0.6) + 0.4 * crowding * (plain ? 1 : 0.75)));
        var faded = IntStream.range(0, coloring.count(scene))
                .mapToObj(k -> coloring.color(scene, k, palette).fade(opacity))
                .toList();
        painter.particles(viewport, scene.particles().x(), scene.particles().y(), colorIndex, count, radius, faded);
        coloring.mark(painter, viewport, scene, palette, style);
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        shown.filter(scene -> scene.particles().count() > 0).ifPresent(scene -> {
            int count = scene.particles().count();
            entries.add(new Legend.Entry(this::sample, Words.text("figure.legend.particles", count)));
            entries.addAll(coloring.legend(scene));
        });
        return entries;
    }

    private void sample(Painter painter, double left, double at, Palette palette, Style size) {
        double em = size.ticks();
        painter.discs(
                new double[] {left + 0.3 * em, left + 0.8 * em, left + 1.25 * em},
                new double[] {at + 0.1 * em, at - 0.2 * em, at + 0.15 * em},
                3,
                1.2 * size.particle(),
                palette.particle().fade(0.8));
    }

    private void drawTrails(Painter painter, Viewport viewport, Palette palette, double strength, Particles particles) {
        var trails = particles.trails();
        var toX = particles.x();
        var toY = particles.y();
        for (int age = 0; age < trails.size(); age++) {
            var from = trails.get(age);
            double fading = 1 - age / (double) trails.size();
            var faint = palette.particle().fade(NEWEST_TRAIL * strength * fading);
            join(painter, viewport, from.x(), from.y(), toX, toY, particles.count(), faint);
            toX = from.x();
            toY = from.y();
        }
    }

    private void drawTrajectory(Painter painter, Viewport viewport, Palette palette, Scene scene) {
        var marks = coloring.path(scene);
        var particles = scene.particles();
        double opacity = TRAJECTORY_STRENGTH * Math.min(1, Math.sqrt(40.0 / particles.count()));
        for (int k = 0; k < marks.size(); k++) {
            var mark = marks.get(k);
            boolean last = k + 1 == marks.size();
            var shade = ParticleColors.shade(particles.past().share(mark.step()), palette)
                    .fade(opacity);
            join(
                    painter,
                    viewport,
                    mark.x(),
                    mark.y(),
                    last ? particles.x() : marks.get(k + 1).x(),
                    last ? particles.y() : marks.get(k + 1).y(),
                    particles.count(),
                    shade);
        }
    }

    /** Draws a line for every particle from one position to another. */
    private void join(
            Painter painter,
            Viewport viewport,
            double[] fromX,
            double[] fromY,
            double[] toX,
            double[] toY,
            int count,
            Color drawn) {
        if (x.length < 2 * count) {
            x = new double[2 * count];
            y = new double[2 * count];
        }
        int points = 0;
        for (int i = 0; i < count; i++) {
            double px = viewport.toX(fromX[i]);
            double py = viewport.toY(fromY[i]);
            double qx = viewport.toX(toX[i]);
            double qy = viewport.toY(toY[i]);
            if (viewport.holds(px, py, MARGIN) && viewport.holds(qx, qy, MARGIN)) {
                x[points] = px;
                y[points++] = py;
                x[points] = qx;
                y[points++] = qy;
            }
        }
        if (points > 0) {
            painter.segments(x, y, points, drawn, style.trail());
        }
    }
}
