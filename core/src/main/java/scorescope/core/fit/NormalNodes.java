package scorescope.core.fit;

import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.quadrature.GaussRule;

/**
 * Points of the plane with weights that sum to one, for means of a function: E f ≈ Σ weight_i f(x_i, y_i).
 *
 * @param x first coordinates
 * @param y second coordinates
 */
record NormalNodes(double[] x, double[] y, double[] weight) {
    /** Radius of the nodes in standard deviations; less than 10⁻⁸ of the mass lies beyond. */
    private static final double REACH = 6;

    private static final double TURN = 0.3;

    int count() {
        return x.length;
    }

    /** Nodes of N(0, I), {@code along} on each axis. */
    static NormalNodes standard(int along) {
        var rule = GaussRule.ofStandardNormal(along);
        var nodes = empty(along * along);
        for (int i = 0; i < along; i++) {
            for (int j = 0; j < along; j++) {
                nodes.x[i * along + j] = rule.nodes()[i];
                nodes.y[i * along + j] = rule.nodes()[j];
                nodes.weight[i * along + j] = rule.weights()[i] * rule.weights()[j];
            }
        }
        return nodes;
    }

    /**
     * Nodes of N(0, I): the trapezoid rule with {@code along} steps across twelve standard deviations on each axis, in a disc. The
     * lattice is turned, so that its rows do not lie along the borders between modes of a regular mixture.
     */
    static NormalNodes lattice(int along) {
        double step = 2 * REACH / along;
        int count = 0;
        for (int i = 0; i <= along; i++) {
            for (int j = 0; j <= along; j++) {
                count += Math.hypot(i * step - REACH, j * step - REACH) <= REACH ? 1 : 0;
            }
        }
        var nodes = empty(count);
        double sum = 0;
        int n = 0;
        for (int i = 0; i <= along; i++) {
            for (int j = 0; j <= along; j++) {
                double a = i * step - REACH;
                double b = j * step - REACH;
                if (Math.hypot(a, b) <= REACH) {
                    nodes.x[n] = a * Math.cos(TURN) - b * Math.sin(TURN);
                    nodes.y[n] = a * Math.sin(TURN) + b * Math.cos(TURN);
                    nodes.weight[n] = Math.exp(-0.5 * (a * a + b * b));
                    sum += nodes.weight[n++];
                }
            }
        }
        for (int i = 0; i < count; i++) {
            nodes.weight[i] /= sum;
        }
        return nodes;
    }

    /** Nodes of a mixture, {@code along} on each axis of every component. Two on an axis give mean and covariance exactly. */
    static NormalNodes of(GaussianMixture mixture, int along) {
        var standard = standard(along);
        int each = standard.count();
        var nodes = empty(each * mixture.components().size());
        int n = 0;
        for (Component c : mixture.components()) {
            double l11 = Math.sqrt(c.xx());
            double l21 = l11 > 0 ? c.xy() / l11 : 0;
            double l22 = Math.sqrt(Math.max(0, c.yy() - l21 * l21));
            for (int i = 0; i < each; i++, n++) {
                nodes.x[n] = c.meanX() + l11 * standard.x[i];
                nodes.y[n] = c.meanY() + l21 * standard.x[i] + l22 * standard.y[i];
                nodes.weight[n] = c.weight() * standard.weight[i];
            }
        }
        return nodes;
    }

    private static NormalNodes empty(int count) {
        return new NormalNodes(new double[count], new double[count], new double[count]);
    }
}
