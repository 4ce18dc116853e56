package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;

/**
 * KL(q‖p) = Σ w_j E_z[log q(x_j) − log p(x_j)], x_j = m_j + L_j z, of a few Gaussians q against a mixture p, the means as
 * sums over nodes, with the exact gradient of that sum. Six numbers describe a Gaussian: m, log L₁₁, L₂₁, log L₂₂
 * and the logarithm of its weight up to a constant common to all.
 */
final class ReverseObjective implements Minimiser.Function {
    static final int EACH = 6;

    private static final double NO_WEIGHT = 1e-9;

    /** Smallest admissible sum over nodes: the divergence is not negative, but the sum has an error. */
    private static final double LEAST = -0.1;

    private final FitProgress progress;
    private final NoisedMixture target;
    private final NormalNodes nodes;
    private final int count;
    private final double[] r;
    private final double[] weight;
    private final double[] share;
    private final double[] logTerm;
    private final double[] y1;
    private final double[] y2;
    private final double[] mean;
    /** 1/L₁₁, L₂₁ and 1/L₂₂ of each Gaussian, and the logarithm of its height. */
    private final double[] narrow1;

    private final double[] shear;
    private final double[] narrow2;
    private final double[] height;

    ReverseObjective(NoisedMixture target, NormalNodes nodes, int count, FitProgress progress) {
        this.progress = progress;
        this.target = target;
        this.nodes = nodes;
        this.count = count;
        r = new double[target.size()];
        weight = new double[count];
        share = new double[count];
        logTerm = new double[count];
        y1 = new double[count];
        y2 = new double[count];
        mean = new double[count];
        narrow1 = new double[count];
        shear = new double[count];
        narrow2 = new double[count];
        height = new double[count];
    }

    /** Number of variables. */
    int variables() {
        return EACH * count;
    }

    static double[] pack(List<Component> gaussians) {
        double[] theta = new double[EACH * gaussians.size()];
        for (int j = 0; j < gaussians.size(); j++) {
            var c = gaussians.get(j);
            double l11 = Math.sqrt(c.xx());
            double l21 = c.xy() / l11;
            double l22 = Math.sqrt(c.yy() - l21 * l21);
            double[] own = {c.meanX(), c.meanY(), Math.log(l11), l21, Math.log(l22), Math.log(c.weight())};
            System.arraycopy(own, 0, theta, EACH * j, EACH);
        }
        return theta;
    }

    /** The mixture of {@code theta}, without Gaussians whose weight is zero. */
    static GaussianMixture unpack(double[] theta) {
        var gaussians = new ArrayList<Component>();
        double top = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < theta.length; o += EACH) {
            top = Math.max(top, theta[o + 5]);
        }
        for (int o = 0; o < theta.length; o += EACH) {
            double l11 = Math.exp(theta[o + 2]);
            double l21 = theta[o + 3];
            double l22 = Math.exp(theta[o + 4]);
            double w = Math.exp(theta[o + 5] - top);
            if (w > NO_WEIGHT) {
                gaussians.add(new Component(w, theta[o], theta[o + 1], l11 * l11, l11 * l21, l21 * l21 + l22 * l22));
            }
        }
        return new GaussianMixture(gaussians);
    }

    /** Squares of typical steps, from the widths of the Gaussians. */
    static double[] scales(double[] theta) {
        double[] scales = new double[theta.length];
        for (int j = 0; j < theta.length; j += EACH) {
            double xx = Math.exp(2 * theta[j + 2]);
            double yy = theta[j + 3] * theta[j + 3] + Math.exp(2 * theta[j + 4]);
            double[] own = {xx, yy, 0.5, Math.exp(2 * theta[j + 4]), 0.5, 1};
            System.arraycopy(own, 0, scales, j, EACH);
        }
        return scales;
    }

    @Override
    public double at(double[] theta, double[] gradient) {
        progress.requireWanted();
        Arrays.fill(gradient, 0);
        weigh(theta);
        for (int j = 0; j < count; j++) {
            mean[j] = 0;
            for (int i = 0; i < nodes.count(); i++) {
                mean[j] += nodes.weight()[i] * visit(theta, gradient, j, i);
            }
        }
        double value = 0;
        for (int j = 0; j < count; j++) {
            value += weight[j] * mean[j];
        }
        for (int j = 0; j < count; j++) {
            gradient[EACH * j + 5] += weight[j] * (mean[j] - value);
        }
        // A divergence is not negative: smaller values are rounding errors of nearly singular Gaussians.
        return value > LEAST ? value : Double.POSITIVE_INFINITY;
    }

    /** The weights, which sum to one. */
    static void weights(double[] theta, double[] weight) {
        double top = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < weight.length; j++) {
            top = Math.max(top, theta[EACH * j + 5]);
        }
        double sum = 0;
        for (int j = 0; j < weight.length; j++) {
            weight[j] = Math.exp(theta[EACH * j + 5] - top);
            sum += weight[j];
        }
        for (int j = 0; j < weight.length; j++) {
            weight[j] /= sum;
        }
    }

    private void weigh(double[] theta) {
        weights(theta, weight);
        for (int j = 0; j < count; j++) {
            int o = EACH * j;
            narrow1[j] = Math.exp(-theta[o + 2]);
            shear[j] = theta[o + 3];
            narrow2[j] = Math.exp(-theta[o + 4]);
            height[j] = Math.log(weight[j]) - theta[o + 2] - theta[o + 4] - Math.log(2 * Math.PI);
        }
    }

    /** log q − log p at node i of Gaussian j; adds its contribution to the gradient. */
    private double visit(double[] theta, double[] gradient, int j, int i) {
        int o = EACH * j;
        double z1 = nodes.x()[i];
        double z2 = nodes.y()[i];
        double l11 = 1 / narrow1[j];
        double l22 = 1 / narrow2[j];
        double x = theta[o] + l11 * z1;
        double y = theta[o + 1] + theta[o + 3] * z1 + l22 * z2;
        double logQ = shares(theta, x, y);
        double logP = target.responsibilities(x, y, r);
        double omega = weight[j] * nodes.weight()[i];
        double gradientX = 0;
        double gradientY = 0;
        for (int k = 0; k < count; k++) {
            int at = EACH * k;
            double v2 = y2[k] * narrow2[k];
            double v1 = (y1[k] - shear[k] * v2) * narrow1[k];
            double part = omega * share[k];
            gradientX -= share[k] * v1;
            gradientY -= share[k] * v2;
            gradient[at] += part * v1;
            gradient[at + 1] += part * v2;
            gradient[at + 2] += part * (y1[k] * y1[k] - shear[k] * y1[k] * v2 - 1);
            gradient[at + 3] += part * y1[k] * v2;
            gradient[at + 4] += part * (y2[k] * y2[k] - 1);
            gradient[at + 5] += omega * (share[k] - weight[k]);
        }
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                gradientX -= r[k] * target.pullX(k, x, y);
                gradientY -= r[k] * target.pullY(k, x, y);
            }
        }
        gradient[o] += omega * gradientX;
        gradient[o + 1] += omega * gradientY;
        gradient[o + 2] += omega * gradientX * l11 * z1;
        gradient[o + 3] += omega * gradientY * z1;
        gradient[o + 4] += omega * gradientY * l22 * z2;
        return logQ - logP;
    }

    /** log q(x), with each Gaussian's share of it and x in the coordinates y = L⁻¹(x − m) of each. */
    private double shares(double[] theta, double x, double y) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            int at = EACH * k;
            y1[k] = (x - theta[at]) * narrow1[k];
            y2[k] = (y - theta[at + 1] - shear[k] * y1[k]) * narrow2[k];
            logTerm[k] = height[k] - 0.5 * (y1[k] * y1[k] + y2[k] * y2[k]);
            top = Math.max(top, logTerm[k]);
        }
        if (count == 1) {
            share[0] = 1;
            return top;
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            share[k] = Math.exp(logTerm[k] - top);
            sum += share[k];
        }
        for (int k = 0; k < count; k++) {
            share[k] /= sum;
        }
        return top + Math.log(sum);
    }
}
