package scorescope.core.fit;

import java.util.Arrays;

/**
 * −Σ ω_i log q(x_i) over nodes of p, the part of KL(p‖q) that depends on q, with its gradient; variables as in
 * {@link ReverseObjective}.
 */
final class CoveringObjective implements Minimiser.Function {
    private static final int EACH = ReverseObjective.EACH;

    private final FitProgress progress;
    private final NormalNodes nodes;
    private final int count;
    private final double[] weight;
    private final double[] share;
    private final double[] narrow1;
    private final double[] narrow2;
    private final double[] height;
    private final double[] y1;
    private final double[] y2;

    CoveringObjective(NormalNodes nodes, int count, FitProgress progress) {
        this.progress = progress;
        this.nodes = nodes;
        this.count = count;
        weight = new double[count];
        share = new double[count];
        narrow1 = new double[count];
        narrow2 = new double[count];
        height = new double[count];
        y1 = new double[count];
        y2 = new double[count];
    }

    @Override
    public double at(double[] theta, double[] gradient) {
        progress.requireWanted();
        Arrays.fill(gradient, 0);
        ReverseObjective.weights(theta, weight);
        for (int k = 0; k < count; k++) {
            int o = EACH * k;
            narrow1[k] = Math.exp(-theta[o + 2]);
            narrow2[k] = Math.exp(-theta[o + 4]);
            height[k] = Math.log(weight[k]) - theta[o + 2] - theta[o + 4] - Math.log(2 * Math.PI);
        }
        double value = 0;
        for (int i = 0; i < nodes.count(); i++) {
            value -= nodes.weight()[i] * visit(theta, gradient, i);
        }
        return value;
    }

    /** log q at node i; adds its contribution to the gradient. */
    private double visit(double[] theta, double[] gradient, int i) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            int o = EACH * k;
            y1[k] = (nodes.x()[i] - theta[o]) * narrow1[k];
            y2[k] = (nodes.y()[i] - theta[o + 1] - theta[o + 3] * y1[k]) * narrow2[k];
            share[k] = height[k] - 0.5 * (y1[k] * y1[k] + y2[k] * y2[k]);
            top = Math.max(top, share[k]);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            share[k] = Math.exp(share[k] - top);
            sum += share[k];
        }
        double omega = nodes.weight()[i];
        for (int k = 0; k < count; k++) {
            int o = EACH * k;
            double rho = share[k] / sum;
            double part = omega * rho;
            double v2 = y2[k] * narrow2[k];
            double v1 = (y1[k] - theta[o + 3] * v2) * narrow1[k];
            gradient[o] -= part * v1;
            gradient[o + 1] -= part * v2;
            gradient[o + 2] -= part * (y1[k] * y1[k] - theta[o + 3] * y1[k] * v2 - 1);
            gradient[o + 3] -= part * y1[k] * v2;
            gradient[o + 4] -= part * (y2[k] * y2[k] - 1);
            gradient[o + 5] -= omega * (rho - weight[k]);
        }
        return top + Math.log(sum);
    }
}
