package scorescope.plot;

import java.util.List;

/** Particles as small dark discs with short tails that fade. Many particles are drawn smaller and fainter. */
public final class ParticleLayer implements SceneLayer {
    static final LayerKind KIND = new LayerKind(
            "particles",
            "Particles",
            "The sampler's particles with short tails",
            LayerKind.Group.POINTS,
            true,
            List.of(),
            (style, _) -> new ParticleLayer(style));

    private static final double FEW = 300;
    private static final double NEWEST_TAIL = 0.16;

    private final Style style;
    private Particles particles = Particles.NONE;
    private double[] x = new double[0];
    private double[] y = new double[0];

    public ParticleLayer(Style style) {
        this.style = style;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        show(scene.particles());
    }

    /** Shows these particles from now on, with nothing else to compute. */
    public void show(Particles shown) {
        particles = shown;
        if (x.length < 2 * shown.count()) {
            x = new double[2 * shown.count()];
            y = new double[2 * shown.count()];
        }
    }

    @Override
    public boolean explainsItself() {
        return true;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        int count = particles.count();
        if (count == 0) {
            return;
        }
        // From many particles on, the area covered grows as the square root of their number.
        double crowding = Math.min(1, Math.sqrt(FEW / count));
        drawTails(painter, viewport, palette, Math.sqrt(crowding));
        int seen = 0;
        for (int i = 0; i < count; i++) {
            double px = viewport.toX(particles.x()[i]);
            double py = viewport.toY(particles.y()[i]);
            if (near(px, py, viewport)) {
                x[seen] = px;
                y[seen++] = py;
            }
        }
        double radius = style.particle() * Math.max(0.55, Math.sqrt(crowding));
        painter.discs(x, y, seen, radius, palette.particle().fade(0.4 + 0.4 * crowding));
    }

    @Override
    public List<Legend.Entry> legend() {
        int count = particles.count();
        return count == 0
                ? List.of()
                : List.of(new Legend.Entry(ParticleLayer::sample, Messages.text("figure.legend.particles", count)));
    }

    private static void sample(Painter painter, double x, double y, Palette palette, Style style) {
        double size = style.ticks();
        painter.discs(
                new double[] {x + 0.3 * size, x + 0.8 * size, x + 1.25 * size},
                new double[] {y + 0.1 * size, y - 0.2 * size, y + 0.15 * size},
                3,
                1.2 * style.particle(),
                palette.particle().fade(0.8));
    }

    private void drawTails(Painter painter, Viewport viewport, Palette palette, double strength) {
        var tails = particles.tails();
        var toX = particles.x();
        var toY = particles.y();
        for (int age = 0; age < tails.size(); age++) {
            var from = tails.get(age);
            int points = 0;
            for (int i = 0; i < particles.count(); i++) {
                double px = viewport.toX(from.x()[i]);
                double py = viewport.toY(from.y()[i]);
                double qx = viewport.toX(toX[i]);
                double qy = viewport.toY(toY[i]);
                if (near(px, py, viewport) && near(qx, qy, viewport)) {
                    x[points] = px;
                    y[points++] = py;
                    x[points] = qx;
                    y[points++] = qy;
                }
            }
            double fading = 1 - age / (double) tails.size();
            painter.segments(x, y, points, palette.particle().fade(NEWEST_TAIL * strength * fading), style.tail());
            toX = from.x();
            toY = from.y();
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
