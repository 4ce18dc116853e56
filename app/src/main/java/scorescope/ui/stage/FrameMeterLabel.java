package scorescope.ui.stage;

import javafx.scene.control.Label;
import scorescope.words.Words;

/** The frame meter's figures in a corner of the stage, updated a few times a second. */
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
                    + line(Words.text("ui.frame-meter-label.input-to-picture"), figures.latencies())
                    + "\n"
                    + Words.text(
                            "ui.frame-meter-label.frames-percent-within-33-ms",
                            figures.frames().count(),
                            100 * figures.frames().within33()));
        }
    }

    private static String line(String name, FrameMeter.Percentiles p) {
        return Words.text("ui.frame-meter-label.median-dot-95-percent-dot", name, p.p50(), p.p95(), p.p99(), p.max());
    }
}
