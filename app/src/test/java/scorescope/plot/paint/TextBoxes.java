package scorescope.plot.paint;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.figure.Figure;

/** Boxes of all texts of a picture, by the widths of the typeface. */
public class TextBoxes extends RecordingPainter {
    private static final double RISES = 0.7;

    private static final double ROUNDING = 0.01;

    /** Allowed overlap of neighbours in one line, in points. */
    private static final double SLACK = 0.4;

    private final List<Box> boxes = new ArrayList<>();

    /** A text from its left to its right end and from the top of its capitals to its baseline. */
    public record Box(String text, double left, double top, double right, double bottom) {
        boolean touches(Box other) {
            return left < other.right - SLACK
                    && other.left < right - SLACK
                    && top < other.bottom - SLACK
                    && other.top < bottom - SLACK;
        }

        boolean within(double width, double height) {
            return left >= -ROUNDING && right <= width + ROUNDING && top >= -ROUNDING && bottom <= height + ROUNDING;
        }
    }

    /** One line for each text that overlaps another or leaves a picture of that height. */
    public static List<String> faults(Figure figure, double height) {
        var painter = new TextBoxes();
        figure.draw(painter);
        var faults = new ArrayList<String>();
        for (int i = 0; i < painter.boxes.size(); i++) {
            var box = painter.boxes.get(i);
            if (!box.within(figure.width(), height)) {
                faults.add("cut off: " + box);
            }
            for (var other : painter.boxes.subList(0, i)) {
                if (box.touches(other)) {
                    faults.add(box + " runs into " + other);
                }
            }
        }
        return faults;
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        super.text(text, x, y, size, bold, align, color);
        double width = textWidth(text, size, bold);
        double left =
                switch (align) {
                    case LEFT -> x;
                    case CENTER -> x - width / 2;
                    case RIGHT -> x - width;
                };
        // Numbers of points inside a plot lie where the points lie.
        if (!text.isBlank() && !clipped()) {
            boxes.add(new Box(text, left, y - RISES * size, left + width, y));
        }
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return Typeface.width(text, size, bold);
    }
}
