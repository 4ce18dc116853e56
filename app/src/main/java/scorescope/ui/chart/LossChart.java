package scorescope.ui.chart;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import scorescope.core.quadrature.Estimate;
import scorescope.core.training.LossHistory;
import scorescope.plot.paint.Color;
import scorescope.words.Words;

/**
 * The loss over training steps on a {@link LossScale}: single batches faint, their exponential mean strong, the least loss
 * dashed, and the distance of the mean above it thin. Of long histories each pixel shows the range of its batches.
 */
public final class LossChart extends DrawnChart {
    private static final double HEIGHT = 128;
    private static final double LEFT = 40;
    private static final double TOP = 24;
    private static final double BOTTOM = 20;
    private static final double TYPE = 12;

    /** Least width of the chart with a sentence beside the title of its axis. */
    private static final double ROOM_FOR_WORDS = 300;

    private static final double ROOM_FOR_NAME = 60;

    private LossHistory history = LossHistory.EMPTY;
    private Optional<Estimate> floor = Optional.empty();
    private long steps = 1;

    public LossChart() {
        super("loss-chart", Words.text("ui.loss-chart.loss-over-training-steps"), HEIGHT);
    }

    /** Shows losses; the horizontal axis ends at or beyond the last one. */
    public void show(LossHistory shown, long ofSteps) {
        history = shown;
        steps = ofSteps;
        draw();
    }

    /** Shows the least loss that a network can have. */
    public void show(Optional<Estimate> leastLoss) {
        floor = leastLoss;
        draw();
    }

    @Override
    void draw() {
        double width = canvas().getWidth();
        double height = canvas().getHeight();
        if (width <= LEFT || height <= TOP + BOTTOM) {
            return;
        }
        var g = canvas().context();
        canvas().clear();
        int size = history.size();
        if (size == 0) {
            advice(g);
            return;
        }
        var curves = LossCurves.of(size, history::get, floor);
        var scale = LossScale.of(size, history::get)
                .reaching(floor.map(Estimate::value).orElse(Double.NaN))
                .reaching(curves.nearest());
        double reach = Math.max(2, Math.max(size, Math.min((double) steps, niceEnd(size))));
        axes(g, scale, reach);
        if (size > 1) {
            batches(g, scale, reach);
            g.setStroke(color(palette().learned()));
            g.setLineWidth(2);
            curve(g, scale, reach, curves.mean());
        }
        floor.ifPresent(least -> floor(g, scale, reach, curves, least.value()));
    }

    /** Shown while there is no loss. */
    private void advice(GraphicsContext g) {
        g.setFont(Font.font("Inter", 13));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(color(palette().mute()));
        double middle = canvas().getWidth() / 2;
        g.fillText(Words.text("ui.loss-chart.press-play-t-to-train"), middle, canvas().getHeight() / 2 - 10);
        g.fillText(Words.text("ui.loss-chart.loss-drawn-here"), middle, canvas().getHeight() / 2 + 10);
    }

    private void axes(GraphicsContext g, LossScale scale, double reach) {
        g.setFont(Font.font("Inter", TYPE));
        g.setTextBaseline(VPos.CENTER);
        g.setFill(color(palette().mute()));
        g.setStroke(color(palette().line()));
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(scale.title(), 0, 8);
        for (var mark : scale.marks()) {
            double y = Math.rint(y(mark.loss(), scale)) + 0.5;
            g.strokeLine(LEFT, y, canvas().getWidth(), y);
            g.fillText(mark.text(), 0, y);
        }
        double base = canvas().getHeight() - 6;
        g.fillText("0", LEFT, base);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Words.text("ui.loss-chart.steps", (long) reach), canvas().getWidth(), base);
    }

    private void batches(GraphicsContext g, LossScale scale, double reach) {
        int size = history.size();
        double unit = (canvas().getWidth() - LEFT) / reach;
        int stride = stride(unit);
        g.setStroke(color(palette().learned().fade(0.35)));
        g.setLineWidth(1);
        for (int i = 0; i < size; i += stride) {
            double low = history.get(i);
            double high = low;
            for (int k = Math.max(0, i - 1); k < Math.min(size, i + stride); k++) {
                low = Math.min(low, history.get(k));
                high = Math.max(high, history.get(k));
            }
            double x = LEFT + i * unit;
            g.strokeLine(x, y(low, scale), x, y(high, scale));
        }
    }

    /** Draws values of successive steps, with gaps where they are NaN. */
    private void curve(GraphicsContext g, LossScale scale, double reach, double[] values) {
        double unit = (canvas().getWidth() - LEFT) / reach;
        int stride = stride(unit);
        g.beginPath();
        boolean started = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                started = false;
            } else if (i % stride == 0 || i == values.length - 1) {
                double x = LEFT + i * unit;
                if (started) {
                    g.lineTo(x, y(values[i], scale));
                } else {
                    g.moveTo(x, y(values[i], scale));
                    started = true;
                }
            }
        }
        g.stroke();
    }

    /** Steps per pixel, at least one. */
    private static int stride(double unit) {
        return Math.max(1, (int) Math.floor(1 / unit));
    }

    private void floor(GraphicsContext g, LossScale scale, double reach, LossCurves curves, double least) {
        g.setStroke(color(palette().text()));
        g.setLineWidth(1);
        g.setLineDashes(4, 3);
        double y = Math.rint(y(least, scale)) + 0.5;
        g.strokeLine(LEFT, y, canvas().getWidth(), y);
        g.setLineDashes();
        double distance = curves.distance().length == 0 ? Double.NaN : curves.distance()[curves.distance().length - 1];
        if (scale.logarithmic()) {
            g.setStroke(color(palette().learned()));
            curve(g, scale, reach, curves.distance());
            nameDistance(g, scale, reach, distance, curves.distance().length);
        }
        String words = Double.isNaN(distance)
                ? Words.text("ui.loss-chart.at-floor", least)
                : Words.text("ui.loss-chart.above-floor", distance, least);
        if (canvas().getWidth() > ROOM_FOR_WORDS) {
            g.setFill(color(palette().text()));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(words.replace('-', '−'), canvas().getWidth(), 8);
        }
    }

    /** Writes what the thin curve is at its end, above it. */
    private void nameDistance(GraphicsContext g, LossScale scale, double reach, double last, int size) {
        if (!Double.isNaN(last)) {
            double x = LEFT + (size - 1) * (canvas().getWidth() - LEFT) / reach;
            g.setFill(color(palette().text()));
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Words.text("ui.loss-chart.distance"), Math.max(x, LEFT + ROOM_FOR_NAME), y(last, scale) - TYPE);
        }
    }

    private double y(double loss, LossScale scale) {
        return TOP + (canvas().getHeight() - TOP - BOTTOM) * (1 - scale.place(loss));
    }

    /** 1, 2 or 5 times a power of ten, not below {@code size}. */
    private static double niceEnd(int size) {
        double decade = Math.pow(10, Math.floor(Math.log10(Math.max(100, size))));
        for (double factor : new double[] {1, 2, 5}) {
            if (size <= factor * decade) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }

    private static javafx.scene.paint.Color color(Color color) {
        int argb = color.argb();
        return javafx.scene.paint.Color.rgb(
                (argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }
}
