package scorescope.ui.presenter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import scorescope.plot.paint.Palette;
import scorescope.ui.background.Pulses;
import scorescope.ui.draw.SharpCanvas;

/** Freehand lines over the stage; each fades some seconds after it was drawn, or with reduced motion vanishes at once. */
final class Chalk extends Region {
    private static final double SECONDS = 6;
    private static final double FADING = 2;
    private static final double WIDTH = 0.006;

    private final SharpCanvas canvas = new SharpCanvas();
    private final Pulses.Listener pulses;
    private final Supplier<Palette> palette;
    private final BooleanSupplier reducedMotion;
    private final Deque<Line> lines = new ArrayDeque<>();

    private static final class Line {
        private final List<Point2D> points = new ArrayList<>();
        private long touched = System.nanoTime();

        double age() {
            return 1e-9 * (System.nanoTime() - touched);
        }
    }

    /**
     * Opacity: 1 while new, 0 when it may be removed.
     *
     * @param age in seconds
     */
    static double strength(double age, boolean reducedMotion) {
        return reducedMotion ? (age < SECONDS ? 1 : 0) : Math.clamp((SECONDS - age) / FADING, 0, 1);
    }

    private double strength(Line line) {
        return strength(line.age(), reducedMotion.getAsBoolean());
    }

    Chalk(Pulses pulses, Supplier<Palette> palette, BooleanSupplier reducedMotion) {
        this.pulses = pulses.listen(this::pulse);
        this.palette = palette;
        this.reducedMotion = reducedMotion;
        setMouseTransparent(true);
        getChildren().setAll(canvas);
    }

    /** @param begins whether the point begins a new line */
    void draw(double x, double y, boolean begins) {
        if (begins || lines.isEmpty()) {
            lines.add(new Line());
        }
        lines.getLast().points.add(new Point2D(x, y));
        lines.getLast().touched = System.nanoTime();
        pulses.wake();
    }

    void wipe() {
        lines.clear();
        pulses.wake();
    }

    private boolean pulse() {
        lines.removeIf(line -> strength(line) == 0);
        canvas.fit(getWidth(), getHeight());
        canvas.clear();
        var context = canvas.context();
        context.setLineWidth(Math.max(3, WIDTH * getHeight()));
        context.setLineCap(StrokeLineCap.ROUND);
        context.setLineJoin(StrokeLineJoin.ROUND);
        int color = palette.get().text().argb();
        for (var line : lines) {
            context.setStroke(Color.rgb((color >> 16) & 0xff, (color >> 8) & 0xff, color & 0xff, strength(line)));
            context.beginPath();
            for (int i = 0; i < line.points.size(); i++) {
                var point = line.points.get(i);
                if (i == 0) {
                    context.moveTo(point.getX(), point.getY());
                }
                context.lineTo(point.getX(), point.getY());
            }
            context.stroke();
        }
        return !lines.isEmpty();
    }
}
