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
    int count() {
        return x.length;
    }

    /** Of N(0, I), {@code along} nodes on each axis. */
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

    /** Of a mixture, so many on each axis of every component. Two on an axis give mean and covariance exactly. */
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
