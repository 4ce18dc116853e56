package scorescope.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.parameter.Parameters;

/**
 * Particles as small discs with short tails that fade, dark or in colours that mean something. Many particles are drawn
 * smaller and fainter.
 */
public final class ParticleLayer implements SceneLayer {
    static final LayerKind KIND = new LayerKind(
            "particles",
            "Particles",
            "The sampler's particles with short tails",
            LayerKind.Group.POINTS,
            true,
            List.of(ParticleInks.CHOICE),
            ParticleLayer::new);

    private static final double FEW = 300;
    private static final double NEWEST_TAIL = 0.16;
    private static final double WAY = 0.45;

    /** Inks take turns so often, lest the last one hide all the others. */
    private static final int TURNS = 8;

    private final Style style;
    private final ParticleInks inks;
    private Optional<Scene> shown = Optional.empty();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private int[] ink = new int[0];
    private int[] order = new int[0];
    private int[] ends = new int[0];

    ParticleLayer(Style style, Parameters values) {
        this.style = style;
        inks = ParticleInks.of(values.get(ParticleInks.CHOICE));
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        shown = Optional.of(scene);
        int count = scene.particles().count();
        if (ink.length < count) {
            x = new double[2 * count];
            y = new double[2 * count];
            ink = new int[count];
            order = new int[count];
        }
        int kinds = inks.count(scene);
        if (kinds > 1) {
            inks.assign(scene, ink);
            sort(count, kinds);
        }
    }

    /** Puts the particles in order of turn and ink, by counting. */
    private void sort(int count, int kinds) {
        ends = ends.length == TURNS * kinds + 1 ? ends : new int[TURNS * kinds + 1];
        Arrays.fill(ends, 0);
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = begin(turn, count); i < begin(turn + 1, count); i++) {
                ends[turn * kinds + ink[i] + 1]++;
            }
        }
        for (int k = 1; k < ends.length; k++) {
            ends[k] += ends[k - 1];
        }
        // Now ends[k] is where the group k begins; each particle placed moves it on, at last to where it ends.
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = begin(turn, count); i < begin(turn + 1, count); i++) {
                order[ends[turn * kinds + ink[i]]++] = i;
            }
        }
    }

    private static int begin(int turn, int count) {
        return (int) ((long) turn * count / TURNS);
    }

    @Override
    public boolean explainsItself() {
        return inks == ParticleInks.PLAIN;
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
        drawWay(painter, viewport, palette, scene);
        drawTails(painter, viewport, palette, Math.sqrt(crowding), scene.particles());
        boolean plain = inks == ParticleInks.PLAIN;
        double radius = style.particle() * Math.max(0.55, Math.sqrt(crowding)) * (plain ? 1 : 1.25);
        double opacity = (plain ? 0.4 : 0.6) + 0.4 * crowding * (plain ? 1 : 0.75);
        int kinds = inks.count(scene);
        if (kinds == 1) {
            int seen = 0;
            for (int i = 0; i < count; i++) {
                seen = see(scene.particles(), i, viewport, seen);
            }
            painter.discs(x, y, seen, radius, inks.ink(scene, 0, palette).fade(opacity));
        } else {
            drawByTurns(painter, viewport, palette, scene, radius, opacity);
        }
        inks.mark(painter, viewport, scene, palette, style);
    }

    private void drawByTurns(
            Painter painter, Viewport viewport, Palette palette, Scene scene, double radius, double opacity) {
        int kinds = inks.count(scene);
        int from = 0;
        for (int group = 0; group < TURNS * kinds; group++) {
            int seen = 0;
            for (int k = from; k < ends[group]; k++) {
                seen = see(scene.particles(), order[k], viewport, seen);
            }
            from = ends[group];
            if (seen > 0) {
                painter.discs(
                        x,
                        y,
                        seen,
                        radius,
                        inks.ink(scene, group % kinds, palette).fade(opacity));
            }
        }
    }

    /** Adds a particle to those to be drawn, if it is in the picture; how many there are then. */
    private int see(Particles particles, int i, Viewport viewport, int seen) {
        double px = viewport.toX(particles.x()[i]);
        double py = viewport.toY(particles.y()[i]);
        if (!near(px, py, viewport)) {
            return seen;
        }
        x[seen] = px;
        y[seen] = py;
        return seen + 1;
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        shown.filter(scene -> scene.particles().count() > 0).ifPresent(scene -> {
            int count = scene.particles().count();
            entries.add(new Legend.Entry(this::sample, Messages.text("figure.legend.particles", count)));
            entries.addAll(inks.legend(scene));
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

    private void drawTails(Painter painter, Viewport viewport, Palette palette, double strength, Particles particles) {
        var tails = particles.tails();
        var toX = particles.x();
        var toY = particles.y();
        for (int age = 0; age < tails.size(); age++) {
            var from = tails.get(age);
            double fading = 1 - age / (double) tails.size();
            var faint = palette.particle().fade(NEWEST_TAIL * strength * fading);
            join(painter, viewport, from.x(), from.y(), toX, toY, particles.count(), faint);
            toX = from.x();
            toY = from.y();
        }
    }

    private void drawWay(Painter painter, Viewport viewport, Palette palette, Scene scene) {
        var marks = inks.way(scene);
        var particles = scene.particles();
        double opacity = WAY * Math.min(1, Math.sqrt(40.0 / particles.count()));
        for (int k = 0; k < marks.size(); k++) {
            var mark = marks.get(k);
            boolean last = k + 1 == marks.size();
            var shade = ParticleInks.shade(particles.past().share(mark.step()), palette)
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

    /** A line for every particle, from one place to another. */
    private void join(
            Painter painter,
            Viewport viewport,
            double[] fromX,
            double[] fromY,
            double[] toX,
            double[] toY,
            int count,
            Painter.Ink drawn) {
        int points = 0;
        for (int i = 0; i < count; i++) {
            double px = viewport.toX(fromX[i]);
            double py = viewport.toY(fromY[i]);
            double qx = viewport.toX(toX[i]);
            double qy = viewport.toY(toY[i]);
            if (near(px, py, viewport) && near(qx, qy, viewport)) {
                x[points] = px;
                y[points++] = py;
                x[points] = qx;
                y[points++] = qy;
            }
        }
        if (points > 0) {
            painter.segments(x, y, points, drawn, style.tail());
        }
    }

    /** Whether a point stands in or just outside the picture; false for NaN, so lost particles are not drawn. */
    private static boolean near(double px, double py, Viewport viewport) {
        double margin = 20;
        return px >= viewport.left() - margin
                && px <= viewport.left() + viewport.width() + margin
                && py >= viewport.top() - margin
                && py <= viewport.top() + viewport.height() + margin;
    }
}
