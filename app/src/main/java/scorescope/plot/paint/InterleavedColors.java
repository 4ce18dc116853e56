package scorescope.plot.paint;

import java.util.List;

/** Draws particles of several colours in interleaved batches of one colour each, so that no colour covers the others. */
final class InterleavedColors {
    private static final int TURNS = 8;

    /** Largest distance from the viewport, in points, of discs that are drawn because they may reach into it. */
    private static final double MARGIN = 20;

    private InterleavedColors() {}

    static void draw(
            Painter painter,
            Viewport viewport,
            double[] x,
            double[] y,
            int[] colorIndex,
            int count,
            double radius,
            List<Color> colors) {
        double[] someX = new double[count];
        double[] someY = new double[count];
        int turns = colors.size() == 1 ? 1 : TURNS;
        for (int turn = 0; turn < turns; turn++) {
            for (int k = 0; k < colors.size(); k++) {
                int some = 0;
                for (int i = begin(turn, turns, count); i < begin(turn + 1, turns, count); i++) {
                    double px = viewport.toX(x[i]);
                    double py = viewport.toY(y[i]);
                    if ((colors.size() == 1 || colorIndex[i] == k) && viewport.holds(px, py, MARGIN)) {
                        someX[some] = px;
                        someY[some++] = py;
                    }
                }
                if (some > 0) {
                    painter.discs(someX, someY, some, radius, colors.get(k));
                }
            }
        }
    }

    private static int begin(int turn, int turns, int count) {
        return (int) ((long) turn * count / turns);
    }
}
