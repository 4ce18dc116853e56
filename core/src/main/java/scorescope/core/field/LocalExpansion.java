package scorescope.core.field;

/**
 * The density of a mixture over a square cell as a polynomial with a bound of what it lacks, so that parts of the cell can
 * be judged without its components. With t = (x − c)/h ∈ [−1, 1]² and the score s at the first centre,
 *
 * <p>E(t) = p(x) e^(−s·(x − c))/p(c) = Σ q_ab t₁ᵃ t₂ᵇ + rest, and ∇p is zero where G = ∇E + h s E is.
 *
 * <p>Coefficients of one component e^(v·d − ½ dᵀP d) obey (a + 1) c_(a+1,b) = v₁ c_ab − P₁₁ c_(a−1,b) − P₁₂ c_(a,b−1), and
 * likewise for b. All terms of degree j together are at most h_j, the coefficients of e^(αt + ½βt²), α = |v₁| + |v₂|,
 * β = P₁₁ + 2|P₁₂| + P₂₂. Summing signed coefficients over components first keeps what cancels between them, which bounds
 * component by component lose.
 */
final class LocalExpansion {
    static final int DEGREE = 12;
    private static final int LAST = DEGREE + 40;
    private static final double ROUNDING = 4e-15;

    /** The part of the Jacobian by which it may change where it is to prove that there is one point at most. */
    private static final double CHANGE = 0.8;

    private final double[][] q;
    private final double slopeX;
    private final double slopeY;
    private double lacking;
    private double lackingSlope;
    private double lackingBend;

    private LocalExpansion(double slopeX, double slopeY) {
        q = new double[DEGREE + 1][];
        for (int a = 0; a <= DEGREE; a++) {
            q[a] = new double[DEGREE + 1 - a];
        }
        this.slopeX = slopeX;
        this.slopeY = slopeY;
    }

    /** An expansion without components; the slopes are h s, without unit. */
    static LocalExpansion empty(double slopeX, double slopeY) {
        return new LocalExpansion(slopeX, slopeY);
    }

    /** What a component would add to the bound of the slope. */
    static double lackingSlope(double weight, double alpha, double beta) {
        double before = 1;
        double value = alpha;
        double sum = 0;
        for (int j = 2; j <= LAST; j++) {
            double next = (alpha * value + beta * before) / j;
            before = value;
            value = next;
            sum += j > DEGREE ? j * value : 0;
        }
        return weight * sum;
    }

    /**
     * Adds a component.
     *
     * @param weight r
     * @param vx h v₁
     * @param pxx h² P₁₁
     * @param margin bounds hold for |t| ≤ margin
     */
    void add(double weight, double vx, double vy, double pxx, double pxy, double pyy, double margin) {
        double[][] c = scratch;
        for (int b = 0; b <= DEGREE; b++) {
            if (b == 0) {
                c[0][0] = weight;
            } else {
                c[0][b] = (vy * c[0][b - 1] - (b > 1 ? pyy * c[0][b - 2] : 0)) / b;
            }
            for (int a = 1; a + b <= DEGREE; a++) {
                double value = vx * c[a - 1][b];
                if (a > 1) {
                    value -= pxx * c[a - 2][b];
                }
                if (b > 0) {
                    value -= pxy * c[a - 1][b - 1];
                }
                c[a][b] = value / a;
            }
        }
        for (int a = 0; a <= DEGREE; a++) {
            for (int b = 0; a + b <= DEGREE; b++) {
                q[a][b] += c[a][b];
            }
        }
        double alpha = margin * (Math.abs(vx) + Math.abs(vy));
        double beta = margin * margin * (pxx + 2 * Math.abs(pxy) + pyy);
        double before = 1;
        double value = alpha;
        double all = 1 + alpha;
        for (int j = 2; j <= LAST; j++) {
            double next = (alpha * value + beta * before) / j;
            before = value;
            value = next;
            all += value;
            if (j > DEGREE) {
                lacking += weight * value;
                lackingSlope += weight * j * value;
                lackingBend += weight * j * j * value;
            }
        }
        double rounding = ROUNDING * weight * all;
        lacking += rounding;
        lackingSlope += 4 * rounding;
        lackingBend += 16 * rounding;
    }

    private final double[][] scratch = new double[DEGREE + 1][DEGREE + 1];

    /** The same density over a quarter of the cell: x and y are −1 or 1, the half along each axis. */
    LocalExpansion part(int x, int y) {
        var part = new LocalExpansion(0.5 * slopeX, 0.5 * slopeY);
        for (int a = 0; a <= DEGREE; a++) {
            System.arraycopy(q[a], 0, part.q[a], 0, q[a].length);
        }
        double[][] r = part.q;
        // t → ½(t + x) in each variable: a shift by Horner's scheme, then powers of one half.
        for (int b = 0; b <= DEGREE; b++) {
            int top = DEGREE - b;
            for (int k = 0; k < top; k++) {
                for (int a = top - 1; a >= k; a--) {
                    r[a][b] += 0.5 * x * r[a + 1][b];
                }
            }
        }
        for (int a = 0; a <= DEGREE; a++) {
            int top = DEGREE - a;
            for (int k = 0; k < top; k++) {
                for (int b = top - 1; b >= k; b--) {
                    r[a][b] += 0.5 * y * r[a][b + 1];
                }
            }
        }
        for (int a = 0; a <= DEGREE; a++) {
            for (int b = 0; a + b <= DEGREE; b++) {
                r[a][b] = Math.scalb(r[a][b], -(a + b));
            }
        }
        part.lacking = lacking;
        part.lackingSlope = 0.5 * lackingSlope;
        part.lackingBend = 0.25 * lackingBend;
        return part;
    }

    /** G₁'s coefficient. */
    private double g1(int a, int b) {
        return (a + b < DEGREE ? (a + 1) * q[a + 1][b] : 0) + slopeX * q[a][b];
    }

    private double g2(int a, int b) {
        return (a + b < DEGREE ? (b + 1) * q[a][b + 1] : 0) + slopeY * q[a][b];
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
        // Along a ridge G is small and changes little; the Jacobian's weak direction tells it from what lies across.
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
        double slope = Math.max(Math.abs(slopeX), Math.abs(slopeY));
        double off = 2 * (lackingSlope + slope * lacking);
        if (size > others + off || along > othersAlong + off) {
            return CellBounds.Verdict.EMPTY;
        }
        double offBend = lackingBend + slope * lackingSlope;
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
            // Where rounding or the rest hides the smaller eigenvalue, smaller cells tell no more.
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
