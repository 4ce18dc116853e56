package scorescope.core.field;

/** Adds Gaussians in x to one row of cells, in double. */
final class RowGaussians {
    private RowGaussians() {}

    /** Distance from its summit at which a Gaussian of this variance has fallen by a factor e^-depth; 0 if depth is negative. */
    static double reach(double depth, double variance) {
        return Math.sqrt(2 * variance * Math.max(0, depth));
    }

    /**
     * Adds height · exp(−½ precision (x − summit)²) to every cell where it is above e^-depth of its height. Value and ratio of
     * neighbouring cells follow from the summit outwards by two multiplications a cell, since the ratio of ratios is constant.
     *
     * @param row one number for each column of {@code grid}; added to
     */
    static void add(double[] row, Grid grid, double summit, double precision, double depth, double height) {
        double step = grid.stepX();
        double reach = reach(depth, 1 / precision);
        int first = grid.columnAt(summit - Math.signum(step) * reach);
        int last = grid.columnAt(summit + Math.signum(step) * reach);
        int middle = grid.columnAt(summit);
        double offset = grid.x(middle) - summit;
        double value = height * Math.exp(-0.5 * precision * offset * offset);
        double bend = Math.exp(-precision * step * step);
        double right = Math.exp(-precision * step * (offset + 0.5 * step));
        double left = Math.exp(-precision * step * (0.5 * step - offset));
        sweep(row, middle, 1, last - middle + 1, value, right, bend);
        sweep(row, middle - 1, -1, middle - first, value * left, left * bend, bend);
    }

    /**
     * row += scale · factor from column {@code first} to {@code last}. Both arrays use the same index, so that the loop is
     * vectorised.
     */
    static void addScaled(double[] row, double[] factor, double scale, int first, int last) {
        for (int i = first; i <= last; i++) {
            row[i] += scale * factor[i];
        }
    }

    /**
     * Adds a Gaussian outwards from its summit to {@code count} cells, the first at {@code start} and each next one
     * {@code stride} further (1 or −1). Four chains of every fourth cell, because each multiplication waits for the one
     * before it: twice as fast as one chain.
     *
     * @param value at the first cell
     * @param ratio of the second cell's value to the first's
     * @param bend ratio of two neighbouring ratios
     */
    private static void sweep(double[] row, int start, int stride, int count, double value, double ratio, double bend) {
        double g0 = value;
        double g1 = g0 * ratio;
        double r1 = ratio * bend;
        double g2 = g1 * r1;
        double r2 = r1 * bend;
        double g3 = g2 * r2;
        double r3 = r2 * bend;
        double bend4 = bend * bend * bend * bend;
        double jump0 = ratio * r1 * r2 * r3;
        double jump1 = jump0 * bend4;
        double jump2 = jump1 * bend4;
        double jump3 = jump2 * bend4;
        double jumpBend = bend4 * bend4 * bend4 * bend4;
        int i = start;
        int left = count;
        for (; left >= 4; left -= 4) {
            row[i] += g0;
            row[i + stride] += g1;
            row[i + 2 * stride] += g2;
            row[i + 3 * stride] += g3;
            g0 *= jump0;
            g1 *= jump1;
            g2 *= jump2;
            g3 *= jump3;
            jump0 *= jumpBend;
            jump1 *= jumpBend;
            jump2 *= jumpBend;
            jump3 *= jumpBend;
            i += 4 * stride;
        }
        if (left > 0) {
            row[i] += g0;
        }
        if (left > 1) {
            row[i + stride] += g1;
        }
        if (left > 2) {
            row[i + 2 * stride] += g2;
        }
    }
}
