package scorescope.core.field;

/**
 * The density of a mixture over a square cell as a polynomial with a bound of its remainder, so that parts of the cell can
 * be classified without the components. With t = (x − c)/h ∈ [−1, 1]² and the score s at the first centre,
 *
 * <p>E(t) = p(x) e^(−s·(x − c))/p(c) = Σ q_ab t₁ᵃ t₂ᵇ + rest, and ∇p is zero where G = ∇E + h s E is.
 *
 * <p>Coefficients of one component e^(v·d − ½ dᵀP d) obey (a + 1) c_(a+1,b) = v₁ c_ab − P₁₁ c_(a−1,b) − P₁₂ c_(a,b−1), and
 * likewise for b. All terms of degree j together are at most h_j, the coefficients of e^(αt + ½βt²), α = |v₁| + |v₂|,
 * β = P₁₁ + 2|P₁₂| + P₂₂. Signed coefficients are summed over components first, so that they cancel; bounds component by
 * component would not.
 */
final class LocalExpansion {
    static final int DEGREE = 12;

    /** Largest relative change of the Jacobian at which it can prove that there is at most one point. */
    private static final double CHANGE = 0.8;

    /** 2^−i, i from 0 on. */
    private static final double[] HALVES = halves();

    private final double[][] q;
    private final double gradientX;
    private final double gradientY;
    private final Rest rest;

    /**
     * Bounds of the remainder for |t| ≤ {@link CellBounds#MARGIN}.
     *
     * @param value of the remainder
     * @param gradient of its derivatives, multiplied by the margin
     * @param bend of its second derivatives, multiplied by the margin squared
     */
    record Rest(double value, double gradient, double bend) {}

    /**
     * @param q coefficients q[a][b], a + b ≤ DEGREE
     * @param gradientX h s, without unit
     */
    LocalExpansion(double[][] q, double gradientX, double gradientY, Rest rest) {
        this.q = q;
        this.gradientX = gradientX;
        this.gradientY = gradientY;
        this.rest = rest;
    }

    private static double[] halves() {
        var halves = new double[DEGREE + 1];
        for (int j = 0; j <= DEGREE; j++) {
            halves[j] = Math.scalb(1.0, -j);
        }
        return halves;
    }

    /** An array for the coefficients, all zero. */
    static double[][] coefficients() {
        var q = new double[DEGREE + 1][];
        for (int a = 0; a <= DEGREE; a++) {
            q[a] = new double[DEGREE + 1 - a];
        }
        return q;
    }

    /** The same density over the four quarters of the cell: (−1, −1), (−1, 1), (1, −1) and (1, 1). */
    LocalExpansion[] quarters() {
        var lacking = new Rest(rest.value, 0.5 * rest.gradient, 0.25 * rest.bend);
        var quarters = new LocalExpansion[4];
        for (int side = 0; side < 2; side++) {
            double[][] half = copy(q);
            shiftFirst(half, side - 0.5);
            for (int second = 0; second < 2; second++) {
                double[][] r = second == 1 ? half : copy(half);
                shiftSecond(r, second - 0.5);
                quarters[2 * side + second] = new LocalExpansion(r, 0.5 * gradientX, 0.5 * gradientY, lacking);
            }
        }
        return quarters;
    }

    private static double[][] copy(double[][] from) {
        var to = new double[from.length][];
        for (int a = 0; a < to.length; a++) {
            to[a] = from[a].clone();
        }
        return to;
    }

    /** t₁ → ½t₁ + shift by Horner's scheme, row by row; ½ of powers of t₁ is left to {@link #shiftSecond}. */
    private static void shiftFirst(double[][] r, double shift) {
        for (int k = 0; k < DEGREE; k++) {
            for (int a = DEGREE - 1; a >= k; a--) {
                addMultiple(r[a], r[a + 1], shift);
            }
        }
    }

    private static void addMultiple(double[] to, double[] from, double factor) {
        for (int b = 0; b < from.length; b++) {
            to[b] += factor * from[b];
        }
    }

    /** t₂ → ½t₂ + shift, then powers of one half for both variables. */
    private static void shiftSecond(double[][] r, double shift) {
        for (int a = 0; a <= DEGREE; a++) {
            double[] row = r[a];
            int top = row.length - 1;
            for (int k = 0; k < top; k++) {
                for (int b = top - 1; b >= k; b--) {
                    row[b] += shift * row[b + 1];
                }
            }
            for (int b = 0; b <= top; b++) {
                row[b] *= HALVES[a + b];
            }
        }
    }

    /** The coefficient of t₁ᵃ t₂ᵇ in G₁. */
    private double g1(int a, int b) {
        return (a + b < DEGREE ? (a + 1) * q[a + 1][b] : 0) + gradientX * q[a][b];
    }

    private double g2(int a, int b) {
        return (a + b < DEGREE ? (b + 1) * q[a][b + 1] : 0) + gradientY * q[a][b];
    }

    CellBounds.Verdict judge() {
        double m = CellBounds.MARGIN;
        double g1 = g1(0, 0);
        double g2 = g2(0, 0);
        double size = Math.hypot(g1, g2);
        double wx = size > 0 ? g1 / size : 1;
        double wy = size > 0 ? g2 / size : 0;
        double j11 = g1(1, 0);
        double j12 = g1(0, 1);
        double j21 = g2(1, 0);
        double j22 = g2(0, 1);
        // Along a ridge G is small and changes little; the eigenvector of the smaller eigenvalue of the Jacobian is its
        // direction.
        double middle = 0.5 * (j11 + j22);
        double angle = 0.5 * Math.atan2(j12 + j21, j11 - j22) + (middle > 0 ? 0.5 * Math.PI : 0);
        double weakX = Math.cos(angle);
        double weakY = Math.sin(angle);
        double along = Math.abs(weakX * g1 + weakY * g2);
        double others = 0;
        double othersAlong = 0;
        double c11 = 0;
        double c12 = 0;
        double c21 = 0;
        double c22 = 0;
        double power = 1;
        for (int degree = 1; degree <= DEGREE; degree++) {
            double wide = power;
            power *= m;
            for (int a = 0; a <= degree; a++) {
                int b = degree - a;
                double first = g1(a, b);
                double second = g2(a, b);
                others += power * Math.abs(wx * first + wy * second);
                othersAlong += power * Math.abs(weakX * first + weakY * second);
                if (degree > 1) {
                    c11 += wide * a * Math.abs(first);
                    c12 += wide * b * Math.abs(first);
                    c21 += wide * a * Math.abs(second);
                    c22 += wide * b * Math.abs(second);
                }
            }
        }
        double gradient = Math.max(Math.abs(gradientX), Math.abs(gradientY));
        double off = 2 * (rest.gradient + gradient * rest.value);
        if (size > others + off || along > othersAlong + off) {
            return CellBounds.Verdict.EMPTY;
        }
        double offBend = rest.bend + gradient * rest.gradient;
        c11 += offBend;
        c12 += offBend;
        c21 += offBend;
        c22 += offBend;
        double larger = Math.abs(middle) + Math.hypot(0.5 * (j11 - j22), 0.5 * (j12 + j21));
        double determinant = j11 * j22 - j12 * j21;
        double y11 = Math.abs(j22 / determinant);
        double y12 = Math.abs(j12 / determinant);
        double y21 = Math.abs(j21 / determinant);
        double y22 = Math.abs(j11 / determinant);
        double changeX = y11 * (c11 + c12) + y12 * (c21 + c22);
        double changeY = y21 * (c11 + c12) + y22 * (c21 + c22);
        if (!(changeX < CHANGE && changeY < CHANGE)) {
            // Where rounding or the remainder exceeds the smaller eigenvalue, smaller cells give no more information.
            return Math.abs(determinant) < 4 * offBend * larger && along < 4 * off
                    ? CellBounds.Verdict.FLAT
                    : CellBounds.Verdict.UNKNOWN;
        }
        double stepX = Math.abs((j22 * g1 - j12 * g2) / determinant) - off * (y11 + y12);
        double stepY = Math.abs((j11 * g2 - j21 * g1) / determinant) - off * (y21 + y22);
        return stepX > 1 + m * changeX || stepY > 1 + m * changeY
                ? CellBounds.Verdict.EMPTY
                : CellBounds.Verdict.ONE_AT_MOST;
    }
}
