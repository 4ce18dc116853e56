package scorescope.plot.paint;

import java.util.ArrayList;
import java.util.List;

/** Records all calls. */
public class RecordingPainter implements Painter {
    /** One call: its name and points. */
    public record Call(String kind, double[] x, double[] y, Color color) {}

    public final List<Call> calls = new ArrayList<>();
    public final List<String> texts = new ArrayList<>();
    private boolean clipped;

    public List<Call> of(String kind) {
        return calls.stream().filter(call -> call.kind().equals(kind)).toList();
    }

    private void note(String kind, double[] x, double[] y, int points, Color color) {
        calls.add(new Call(kind, java.util.Arrays.copyOf(x, points), java.util.Arrays.copyOf(y, points), color));
    }

    @Override
    public void segments(double[] x, double[] y, int points, Color color, double width) {
        note("segments", x, y, points, color);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash) {
        note("polyline", x, y, points, color);
    }

    @Override
    public void triangles(double[] x, double[] y, int points, Color color) {
        note("triangles", x, y, points, color);
    }

    @Override
    public void discs(double[] x, double[] y, int count, double radius, Color color) {
        note("discs", x, y, count, color);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Color color) {
        note("rectangle", new double[] {x, x + width}, new double[] {y, y + height}, 2, color);
    }

    @Override
    public void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash) {
        note("ellipse", new double[] {x, x + a, x + b}, new double[] {y, y, y}, 3, color);
    }

    @Override
    public void text(String text, double x, double y, double size, boolean bold, Align align, Color color) {
        texts.add(text);
        note("text", new double[] {x}, new double[] {y}, 1, color);
    }

    @Override
    public double textWidth(String text, double size, boolean bold) {
        return 0.6 * size * text.length();
    }

    @Override
    public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
        note("image", new double[] {x, x + width}, new double[] {y, y + height}, 2, new Color(argb[0]));
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        if (clipped) {
            throw new IllegalStateException("clips do not nest");
        }
        clipped = true;
    }

    @Override
    public void unclip() {
        clipped = false;
    }

    public boolean clipped() {
        return clipped;
    }
}
