package scorescope.plot.paint;

import java.util.Arrays;

/** Many arrows of one colour, stored so that a painter draws all shafts in one call and all heads in another. */
public final class Arrows {
    /** Half the width of a head over its length. */
    private static final double SLENDERNESS = 0.5;

    private double[] lineX = new double[0];
    private double[] lineY = new double[0];
    private int linePoints;
    private double[] headX = new double[0];
    private double[] headY = new double[0];
    private int headPoints;
    private double[] dotX = new double[0];
    private double[] dotY = new double[0];
    private int dots;
    private double dotRadius;
    private int count;
    private final double[] cornerX = new double[3];
    private final double[] cornerY = new double[3];

    public void clear() {
        linePoints = 0;
        headPoints = 0;
        dots = 0;
        count = 0;
    }

    public int count() {
        return count;
    }

    /** An arrow from (x0, y0) to (x1, y1); short ones get a smaller head. */
    public void add(double x0, double y0, double x1, double y1, Style style, ArrowHead head) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (!(length > 0)) {
            return;
        }
        count++;
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        double size = Math.min(style.head(), Math.max(0.7 * length, 0.45 * style.head()));
        double wide = SLENDERNESS * size;
        double backX = x1 - size * ux;
        double backY = y1 - size * uy;
        switch (head) {
            case SOLID -> solid(x0, y0, x1, y1, size, length);
            case OPEN -> {
                line(x0, y0, x1, y1);
                line(backX - wide * uy, backY + wide * ux, x1, y1);
                line(backX + wide * uy, backY - wide * ux, x1, y1);
            }
            case DOTTED -> {
                solid(x0, y0, x1, y1, size, length);
                dot(x0, y0, 0.24 * style.head());
            }
        }
    }

    private void solid(double x0, double y0, double x1, double y1, double size, double length) {
        double ux = (x1 - x0) / length;
        double uy = (y1 - y0) / length;
        if (length > 0.8 * size) {
            // The shaft ends inside the head, so that its blunt end never shows beside the tip.
            line(x0, y0, x1 - 0.7 * size * ux, y1 - 0.7 * size * uy);
        }
        double wide = SLENDERNESS * size;
        corner(x1, y1);
        corner(x1 - size * ux - wide * uy, y1 - size * uy + wide * ux);
        corner(x1 - size * ux + wide * uy, y1 - size * uy - wide * ux);
    }

    private void dot(double x, double y, double radius) {
        if (dotX.length == dots) {
            dotX = Arrays.copyOf(dotX, grown(dots));
            dotY = Arrays.copyOf(dotY, grown(dots));
        }
        dotX[dots] = x;
        dotY[dots++] = y;
        dotRadius = radius;
    }

    public void draw(Painter painter, Color color, double width) {
        painter.segments(lineX, lineY, linePoints, color, width);
        if (headPoints > 0) {
            painter.triangles(headX, headY, headPoints, color);
        }
        if (dots > 0) {
            painter.discs(dotX, dotY, dots, dotRadius, color);
        }
    }

    /** Draws a halo of width {@code rim} around the arrows, to be drawn before them. */
    public void drawHalo(Painter painter, Color color, double width, double rim) {
        painter.segments(lineX, lineY, linePoints, color, width + 2 * rim);
        for (int i = 0; i + 2 < headPoints; i += 3) {
            for (int k = 0; k < 3; k++) {
                cornerX[k] = headX[i + k];
                cornerY[k] = headY[i + k];
            }
            painter.polyline(cornerX, cornerY, 3, true, color, 2 * rim, Painter.Dash.SOLID);
        }
    }

    private void line(double x0, double y0, double x1, double y1) {
        if (lineX.length < linePoints + 2) {
            lineX = Arrays.copyOf(lineX, grown(linePoints));
            lineY = Arrays.copyOf(lineY, grown(linePoints));
        }
        lineX[linePoints] = x0;
        lineY[linePoints++] = y0;
        lineX[linePoints] = x1;
        lineY[linePoints++] = y1;
    }

    private void corner(double x, double y) {
        if (headX.length == headPoints) {
            headX = Arrays.copyOf(headX, grown(headPoints));
            headY = Arrays.copyOf(headY, grown(headPoints));
        }
        headX[headPoints] = x;
        headY[headPoints++] = y;
    }

    private static int grown(int size) {
        return Math.max(64, 2 * size);
    }
}
