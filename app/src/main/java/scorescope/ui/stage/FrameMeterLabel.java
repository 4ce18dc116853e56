package scorescope.ui.stage;

import java.util.Locale;
import javafx.scene.control.Label;

/** The frame meter's figures in a corner of the stage, renewed a few times a second. */
final class FrameMeterLabel extends Label {
    private static final long RENEWAL_NANOS = 250_000_000L;

    private final FrameMeter meter;
    private long written;

    FrameMeterLabel(FrameMeter meter) {
        this.meter = meter;
        getStyleClass().add("frame-meter");
        setMouseTransparent(true);
        setVisible(false);
        setText(line("frame", meter.figures().frames()));
    }

    void refresh(long now) {
        if (isVisible() && now - written > RENEWAL_NANOS) {
            written = now;
            var figures = meter.figures();
            setText(line("frame", figures.frames())
                    + "\n"
                    + line("input to picture", figures.latencies())
                    + "\n"
                    + String.format(
                            Locale.ROOT,
                            "%d frames, %.1f %% within 33 ms",
                            figures.frames().count(),
                            100 * figures.frames().within33()));
        }
    }

    private static String line(String name, FrameMeter.Percentiles p) {
        return String.format(
                Locale.ROOT,
                "%s: median %.0f · 95 %% %.0f · 99 %% %.0f · longest %.0f ms",
                name,
                p.p50(),
                p.p95(),
                p.p99(),
                p.max());
    }
}
