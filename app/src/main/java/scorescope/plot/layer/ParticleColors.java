package scorescope.plot.layer;

import java.util.List;
import scorescope.core.measure.ModeShares;
import scorescope.core.measure.Sample;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.color.Ramp;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/** The colours of particles and their meaning. */
enum ParticleColors implements Option {
    /** One colour for all particles. */
    PLAIN(
            "plain",
            Words.constant("figure.particle-colors.plain"),
            Words.constant("figure.particle-colors.colour-all")) {
        @Override
        int count(Scene scene) {
            return 1;
        }

        @Override
        Color color(Scene scene, int index, Palette palette) {
            return palette.particle();
        }

        @Override
        List<Legend.Entry> legend(Scene scene) {
            return List.of();
        }
    },

    /** By the first coordinate of each particle's start, so that mixing is visible. */
    START(
            "start",
            Words.text("figure.particle-colors.start"),
            Words.text("figure.particle-colors.where-each-particle-began-x1")) {
        @Override
        int count(Scene scene) {
            return SHADES;
        }

        @Override
        void assign(Scene scene, int[] colorIndex) {
            double[] start = scene.particles().past().startX();
            var range = spread(start);
            for (int i = 0; i < scene.particles().count(); i++) {
                double share = i < start.length ? (start[i] - range.low()) / (range.high() - range.low()) : 0.5;
                colorIndex[i] = Math.clamp((long) (SHADES * share), 0, SHADES - 1);
            }
        }

        @Override
        Color color(Scene scene, int index, Palette palette) {
            return shade((index + 0.5) / SHADES, palette);
        }

        @Override
        List<Legend.Entry> legend(Scene scene) {
            var range = spread(scene.particles().past().startX());
            return List.of(shades(
                    scene,
                    Words.text(
                            "figure.legend.particles.start",
                            Numbers.significant(range.low(), 2),
                            Numbers.significant(range.high(), 2))));
        }

        /** Two standard deviations about the mean; values beyond it have the outermost shades. */
        private Range spread(double[] values) {
            double sum = 0;
            double squares = 0;
            for (double value : values) {
                sum += value;
            }
            double mean = values.length == 0 ? 0 : sum / values.length;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            double deviation = Math.max(1e-9, Math.sqrt(squares / Math.max(1, values.length)));
            return new Range(mean - 2 * deviation, mean + 2 * deviation);
        }
    },

    /** By the nearest component's mean at the level of the scene; each mean is marked by a ring. */
    MODE(
            "mode",
            Words.text("figure.particle-colors.mode"),
            Words.text("figure.particle-colors.mode-each-particle-nearest-to")) {
        @Override
        int count(Scene scene) {
            return Math.min(MODES, scene.exact().mixture().components().size());
        }

        @Override
        void assign(Scene scene, int[] colorIndex) {
            var particles = scene.particles();
            ModeShares.nearest(particles.x(), particles.y(), particles.count(), modes(scene), colorIndex);
            int kinds = count(scene);
            for (int i = 0; i < particles.count(); i++) {
                colorIndex[i] %= kinds;
            }
        }

        @Override
        Color color(Scene scene, int index, Palette palette) {
            return ThemeColor.category(index).on(palette);
        }

        @Override
        List<Legend.Entry> legend(Scene scene) {
            int count = count(scene);
            var sample = new Legend.Sample() {
                @Override
                public void draw(Painter painter, double x, double y, Palette palette, Style style) {
                    double radius = 0.3 * style.ticks();
                    for (int k = 0; k < count; k++) {
                        double[] px = {x + radius + 0.8 * k * style.ticks()};
                        var adapted = scene.background().adapted(palette);
                        painter.discs(px, new double[] {y}, 1, radius, color(scene, k, adapted));
                    }
                }

                @Override
                public double width(Style style) {
                    return (0.8 * count + 0.4) * style.ticks();
                }
            };
            int all = scene.exact().mixture().components().size();
            var key = all > count ? "figure.legend.particles.modes" : "figure.legend.particles.mode";
            return List.of(new Legend.Entry(sample, Words.text(key, all, count)));
        }

        @Override
        void mark(Painter painter, Viewport viewport, Scene scene, Palette palette, Style style) {
            var modes = modes(scene);
            if (modes.count() > MOST_MARKED) {
                return;
            }
            double radius = 3.2 * style.particle();
            for (int k = 0; k < modes.count(); k++) {
                double[] x = {viewport.toX(modes.x()[k])};
                double[] y = {viewport.toY(modes.y()[k])};
                painter.discs(x, y, 1, radius + 1.6 * style.outline(), palette.panel());
                painter.discs(x, y, 1, radius, color(scene, k % count(scene), palette));
                painter.discs(x, y, 1, 0.45 * radius, palette.panel());
            }
        }

        private Sample modes(Scene scene) {
            return ModeShares.modes(scene.exact().mixture(), scene.level().alpha());
        }
    },

    /** By the share of the run that is completed; draws the paths of a few particles from start to end. */
    TIME(
            "time",
            Words.text("figure.particle-colors.time"),
            Words.text("figure.particle-colors.how-much-run-lies-behind")) {
        @Override
        int count(Scene scene) {
            return 1;
        }

        @Override
        Color color(Scene scene, int index, Palette palette) {
            var past = scene.particles().past();
            return shade(past.share(past.step()), palette);
        }

        @Override
        List<Legend.Entry> legend(Scene scene) {
            int steps = scene.particles().past().steps();
            return List.of(shades(scene, Words.text("figure.legend.particles.time", steps)));
        }

        @Override
        List<ParticleHistory.Mark> path(Scene scene) {
            return scene.particles().past().marks();
        }
    };

    private static final int SHADES = 12;
    private static final int MODES = 8;
    private static final int MOST_MARKED = 32;

    static final Parameter.OneOf<ParticleColors> CHOICE = Parameter.OneOf.of(
            "color", "", PLAIN, Words.constant("help.layer.particle-colors.color", ParticleHistory.MOST_FOLLOWED));

    private final Entry entry;

    ParticleColors(String id, String title, String help) {
        entry = Option.of(id, title, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** Number of colours. */
    abstract int count(Scene scene);

    /** Sets the colour index of every particle; called only if there are several colours. */
    void assign(Scene scene, int[] colorIndex) {}

    abstract Color color(Scene scene, int index, Palette palette);

    /** Legend entries of the colours. */
    abstract List<Legend.Entry> legend(Scene scene);

    /** Draws further marks that are needed to understand the colours. */
    void mark(Painter painter, Viewport viewport, Scene scene, Palette palette, Style style) {}

    /** Earlier positions, which are joined by lines in the shades of their times; empty if none are drawn. */
    List<ParticleHistory.Mark> path(Scene scene) {
        return List.of();
    }

    /** A shade for a share from 0 to 1. Shades differ in lightness, and all contrast with the background. */
    static Color shade(double share, Palette palette) {
        var map = ColorMapCatalog.named("plasma", palette.dark(), "view.colorMap");
        double t = Math.clamp(share, 0, 1);
        return new Color(map.argb(palette.dark() ? 0.3 + 0.7 * t : 0.82 * t));
    }

    private static Legend.Entry shades(Scene scene, String text) {
        return new Legend.Entry(
                new Ramp(
                        SHADES,
                        0.5 * SHADES,
                        0.7,
                        (share, palette) -> shade(share, scene.background().adapted(palette))),
                text);
    }
}
