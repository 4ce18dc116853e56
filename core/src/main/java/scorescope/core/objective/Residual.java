package scorescope.core.objective;

/**
 * An objective that is a weight times ‖s_θ(x_t) + ε/σ‖². Every loss that compares a prediction of the noise, the clean
 * point, v, the posterior mean or the velocity with the one that was drawn is of this kind, since each prediction is an
 * affine function of the score: they differ in the weight of a noise level and in what the network predicts.
 */
interface Residual extends Pointwise {
    /** The factor before ‖s_θ + ε/σ‖². */
    double weight(Samples at);

    @Override
    default BatchRequirements needs() {
        return BatchRequirements.SCORE;
    }

    @Override
    default double loss(Samples at) {
        double weight = weight(at);
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            double r = at.score(i) + at.noise(i) / at.sigma();
            sum += r * r;
            at.pullScore(i, 2 * weight * r);
        }
        return weight * sum;
    }
}
