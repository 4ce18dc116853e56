package scorescope.plot;

import java.util.List;
import scorescope.plot.Painter.Ink;

/** Discs in several inks, drawn by a painter that knows one ink at a time. */
final class InkTurns {
    private static final int TURNS = 8;

    private InkTurns() {}

    static void draw(Painter painter, double[] x, double[] y, int[] ink, int count, double radius, List<Ink> inks) {
        double[] someX = new double[count];
        double[] someY = new double[count];
        for (int turn = 0; turn < TURNS; turn++) {
            for (int k = 0; k < inks.size(); k++) {
                int some = 0;
                for (int i = begin(turn, count); i < begin(turn + 1, count); i++) {
                    if (ink[i] == k) {
                        someX[some] = x[i];
                        someY[some++] = y[i];
                    }
                }
                if (some > 0) {
                    painter.discs(someX, someY, some, radius, inks.get(k));
                }
            }
        }
    }

    private static int begin(int turn, int count) {
        return (int) ((long) turn * count / TURNS);
    }
}
