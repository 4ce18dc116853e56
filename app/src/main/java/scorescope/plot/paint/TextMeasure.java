package scorescope.plot.paint;

/** Measures text before it is drawn, for layouts. */
@FunctionalInterface
public interface TextMeasure {
    /** The advance width of {@code text} set in {@code size} points, in points. */
    double textWidth(String text, double size, boolean bold);
}
