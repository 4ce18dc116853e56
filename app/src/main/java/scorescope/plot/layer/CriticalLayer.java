package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.field.CriticalPaths;
import scorescope.core.field.CriticalPoint;
import scorescope.core.field.CriticalPoint.Kind;
import scorescope.core.field.CriticalPoints;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * Maxima, saddles and minima of log p, marked by a disc, a cross and a ring, and faintly their paths while the noise
 * grows, until a saddle meets an extremum.
 */
public final class CriticalLayer implements SceneLayer {
    public static final String ID = "critical-points";

    private static final Option SHOWN = Option.of(
            "shown",
            Words.constant("figure.critical.shown"),
            Words.constant("figure.critical.lines-along-which-points-move"));
    private static final Parameter.OneOf<Option> PATHS = new Parameter.OneOf<>(
            "paths",
            "",
            SHOWN,
            List.of(
                    SHOWN,
                    Option.of(
                            "hidden",
                            Words.constant("figure.critical.hidden"),
                            Words.constant("figure.critical.points-alone"))),
            Words.constant("help.layer.critical-points.paths"));

    static final scorescope.core.parameter.Kind<LayerKind> KIND = LayerKind.of(
            ID,
            Words.constant("figure.layer.critical-points.title"),
            Words.constant("help.layer.critical-points"),
            LayerKind.Group.POINTS,
            LayerKind.Subject.DENSITY,
            List.of(PATHS),
            CriticalLayer::new);

    /**
     * Noise levels along the paths, and the largest number of components for which paths are computed during a drag.
     */
    private static final int LEVELS = 48;

    private static final int MOST_COMPONENTS = 64;

    private static final double FAINT = 0.55;

    private final Style style;
    private final boolean withPaths;
    private final Map<Kind, Marks> marks = new EnumMap<>(Kind.class);
    private Followed followed = new Followed(Optional.empty(), 1, new CriticalPaths(List.of()));
    private boolean pathsKnown;
    private CriticalPoints.Status status = CriticalPoints.Status.COMPLETE;

    /** Paths with what they were computed from. */
    private record Followed(Optional<GaussianMixture> mixture, double alpha, CriticalPaths paths) {
        boolean of(GaussianMixture other, double otherAlpha) {
            return mixture.filter(other::equals).isPresent() && alpha == otherAlpha;
        }
    }

    /** Positions of critical points of one kind, in points. */
    private static final class Marks {
        private double[] x = new double[16];
        private double[] y = new double[16];
        private int count;

        void add(double px, double py) {
            if (count == x.length) {
                x = Arrays.copyOf(x, 2 * count);
                y = Arrays.copyOf(y, 2 * count);
            }
            x[count] = px;
            y[count++] = py;
        }
    }

    CriticalLayer(Style style, Parameters values) {
        this.style = style;
        withPaths = values.get(PATHS).equals(SHOWN);
        for (var kind : Kind.values()) {
            marks.put(kind, new Marks());
        }
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        marks.values().forEach(of -> of.count = 0);
        boolean hasty = density.detail() < style.detail();
        var found = CriticalPoints.of(density.mixture(), hasty ? CriticalPoints.HASTY : CriticalPoints.THOROUGH);
        status = found.status();
        for (var point : found.points()) {
            add(point, viewport);
        }
        follow(scene.exact().mixture(), scene.level().alpha(), hasty);
    }

    private void add(CriticalPoint point, Viewport v) {
        double px = v.toX(point.x());
        double py = v.toY(point.y());
        double margin = radius(style);
        if (px > v.left() - margin
                && px < v.left() + v.width() + margin
                && py > v.top() - margin
                && py < v.top() + v.height() + margin) {
            marks.get(point.kind()).add(px, py);
        }
    }

    /** The paths depend on the clean mixture, not on the level: they are computed once, when no drag is in progress. */
    private void follow(GaussianMixture mixture, double alpha, boolean hasty) {
        pathsKnown = withPaths && followed.of(mixture, alpha);
        if (!withPaths || pathsKnown || hasty || mixture.components().size() > MOST_COMPONENTS) {
            return;
        }
        var box = mixture.bounds(2);
        double widest = alpha * Math.hypot(box.x1() - box.x0(), box.y1() - box.y0());
        double narrowest = mixture.components().stream()
                .mapToDouble(c -> Math.sqrt(Math.max(0, Math.min(c.xx(), c.yy()))))
                .min()
                .orElse(0);
        double low = Math.max(0.2 * alpha * narrowest, 0.004 * widest);
        var paths = CriticalPaths.of(mixture, alpha, low, Math.max(widest, 2 * low), LEVELS);
        followed = new Followed(Optional.of(mixture), alpha, paths);
        pathsKnown = true;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        if (pathsKnown) {
            for (var path : followed.paths().paths()) {
                draw(painter, viewport, palette, path);
            }
        }
        for (var kind : Kind.values()) {
            var of = marks.get(kind);
            for (int i = 0; i < of.count; i++) {
                mark(painter, kind, of.x[i], of.y[i], palette, style);
            }
        }
    }

    private void draw(Painter painter, Viewport viewport, Palette palette, CriticalPaths.Path path) {
        double[] x = new double[path.length()];
        double[] y = new double[path.length()];
        for (int i = 0; i < x.length; i++) {
            x[i] = viewport.toX(path.x()[i]);
            y[i] = viewport.toY(path.y()[i]);
        }
        var dash = path.kind() == Kind.SADDLE ? Dash.DASHED : Dash.SOLID;
        painter.polyline(x, y, x.length, false, palette.text().fade(FAINT), style.hairline(), dash);
    }

    private static double radius(Style style) {
        return 0.75 * style.head();
    }

    /** Draws a dark mark with a pale rim, so that it is visible on any background. */
    private static void mark(Painter painter, Kind kind, double x, double y, Palette palette, Style style) {
        double r = radius(style);
        double line = 1.3 * style.outline();
        double[] atX = {x};
        double[] atY = {y};
        switch (kind) {
            case MAXIMUM -> {
                painter.discs(atX, atY, 1, r + line, palette.panel());
                painter.discs(atX, atY, 1, r, palette.text());
            }
            case MINIMUM -> {
                painter.discs(atX, atY, 1, r + line, palette.panel());
                painter.discs(atX, atY, 1, r, palette.text());
                painter.discs(atX, atY, 1, r - line, palette.panel());
            }
            case SADDLE -> {
                double[] crossX = {x - r, x + r, x - r, x + r};
                double[] crossY = {y - r, y + r, y + r, y - r};
                double out = 1 + line / r;
                double[] rimX = {x - out * r, x + out * r, x - out * r, x + out * r};
                double[] rimY = {y - out * r, y + out * r, y + out * r, y - out * r};
                painter.segments(rimX, rimY, 4, palette.panel(), 3.4 * line);
                painter.segments(crossX, crossY, 4, palette.text(), 1.4 * line);
            }
        }
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        explain(Kind.MAXIMUM, "figure.legend.maximum", entries);
        explain(Kind.SADDLE, "figure.legend.saddle", entries);
        explain(Kind.MINIMUM, "figure.legend.minimum", entries);
        if (pathsKnown) {
            entries.add(new Legend.Entry(Legend.NOTHING, Words.text("figure.legend.paths")));
        }
        switch (status) {
            case COMPLETE -> {}
            case LEVEL -> entries.add(new Legend.Entry(Legend.NOTHING, Words.text("figure.legend.critical.level")));
            case CUT_SHORT ->
                entries.add(new Legend.Entry(Legend.NOTHING, Words.text("figure.legend.critical.incomplete")));
        }
        return entries;
    }

    /**
     * On paper only kinds that occur; in the window all kinds, so that the legend does not change with the noise level.
     */
    private void explain(Kind kind, String key, List<Legend.Entry> entries) {
        var found = marks.get(kind);
        if (!style.framed() || (found != null && found.count > 0)) {
            entries.add(new Legend.Entry(
                    (painter, x, y, palette, around) ->
                            mark(painter, kind, x + 0.8 * around.ticks(), y, palette, around),
                    Words.text(key)));
        }
    }
}
