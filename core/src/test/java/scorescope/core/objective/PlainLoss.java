package scorescope.core.objective;

import scorescope.core.density.GaussianMixture;
import scorescope.core.network.Architecture;
import scorescope.core.network.HyperDual;
import scorescope.core.network.PlainNetwork;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Domain;
import scorescope.core.score.MixtureScore;

/** Every loss by its definition, in double precision, from a {@link PlainNetwork}. */
final class PlainLoss {
    private final PlainNetwork network;
    private final boolean energy;
    private final Domain domain;
    private final NoiseProcess process;
    private final GaussianMixture mixture;
    private final Parameters own;

    /** @param own the objective's own parameters */
    PlainLoss(Architecture architecture, Domain domain, GaussianMixture mixture, Parameters own) {
        network = new PlainNetwork(architecture);
        energy = architecture.energy();
        this.domain = domain;
        process = domain.noiseProcess();
        this.mixture = mixture;
        this.own = own;
    }

    /** Output of a network at one point: score, Jacobian, energy. */
    private record Said(double[] s, double[][] j, double energy) {}

    double mean(String objective, double[] weights, Batch batch) {
        double sum = 0;
        for (int k = 0; k < batch.size(); k++) {
            sum += sample(objective, weights, batch, k);
        }
        return sum / batch.size();
    }

    private double sample(String objective, double[] weights, Batch batch, int k) {
        double t = batch.time()[k];
        double alpha = batch.alpha()[k];
        double sigma = batch.sigma()[k];
        double[] x = {batch.noisy()[2 * k], batch.noisy()[2 * k + 1]};
        double[] clean = {batch.clean()[2 * k], batch.clean()[2 * k + 1]};
        double[] e = {batch.noise()[2 * k], batch.noise()[2 * k + 1]};
        var said = read(weights, x, t, alpha, sigma);
        double lambda = lambda(t, sigma);
        double sum = 0;
        switch (objective) {
            case "ncsn", "denoising" -> {
                for (int i = 0; i < 2; i++) {
                    sum += 0.5 * square(said.s[i] + e[i] / sigma);
                }
                return objective.equals("ncsn") ? lambda * sum : sum;
            }
            case "explicit" -> {
                double[] sx = new double[1];
                double[] sy = new double[1];
                new MixtureScore(mixture)
                        .score(new double[] {x[0]}, new double[] {x[1]}, 0, 1, new NoiseLevel(t, alpha, sigma), sx, sy);
                return 0.5 * lambda * (square(said.s[0] - sx[0]) + square(said.s[1] - sy[0]));
            }
            case "implicit" -> {
                return lambda * (said.j[0][0] + said.j[1][1] + 0.5 * (square(said.s[0]) + square(said.s[1])));
            }
            case "sliced" -> {
                int probes = Math.toIntExact(own.get(Sliced.PROBES));
                for (int p = 0; p < probes; p++) {
                    double[] v = {batch.vectors()[2 * (probes * k + p)], batch.vectors()[2 * (probes * k + p) + 1]};
                    boolean projected = own.get(Sliced.FORM).id().equals("projected");
                    sum += projected ? 0.5 * square(v[0] * said.s[0] + v[1] * said.s[1]) : 0;
                    for (int i = 0; i < 2; i++) {
                        sum += projected ? 0 : 0.5 * square(said.s[i]);
                        for (int m = 0; m < 2; m++) {
                            sum += v[i] * said.j[i][m] * v[m];
                        }
                    }
                }
                return lambda * sum / probes;
            }
            case "epsilon" -> {
                return square(-sigma * said.s[0] - e[0]) + square(-sigma * said.s[1] - e[1]);
            }
            case "ddpm-variational", "mean" -> {
                var chain = (DiscreteDdpm) process;
                int i = (int) Math.round(t * chain.steps());
                double beta = chain.beta(i);
                double variance = chain.stepBackVariance(i);
                for (int c = 0; c < 2; c++) {
                    double noise = -sigma * said.s[c];
                    double bar = 1 - chain.alphaBar(i);
                    sum += objective.equals("mean")
                            ? square(beta / Math.sqrt(bar) * (noise - e[c]) / Math.sqrt(1 - beta)) / (2 * variance)
                            : square(beta) / (2 * variance * (1 - beta) * bar) * square(noise - e[c]);
                }
                return sum;
            }
            case "sample" -> {
                for (int i = 0; i < 2; i++) {
                    sum += square((x[i] + sigma * sigma * said.s[i]) / alpha - clean[i]);
                }
                return sum;
            }
            case "v" -> {
                for (int i = 0; i < 2; i++) {
                    double point = (x[i] + sigma * sigma * said.s[i]) / alpha;
                    sum += square(alpha * -sigma * said.s[i] - sigma * point - (alpha * e[i] - sigma * clean[i]));
                }
                return sum;
            }
            case "sure" -> {
                for (int i = 0; i < 2; i++) {
                    sum += square(sigma * sigma * said.s[i]);
                }
                double divergence = 2 + sigma * sigma * (said.j[0][0] + said.j[1][1]);
                return sum + 2 * sigma * sigma * divergence - 2 * sigma * sigma;
            }
            case "second-order" -> {
                for (int i = 0; i < 2; i++) {
                    for (int m = 0; m < 2; m++) {
                        double fitted = said.j[i][m] + said.s[i] * said.s[m];
                        sum += square(fitted + ((i == m ? 1 : 0) - e[i] * e[m]) / (sigma * sigma));
                    }
                }
                return lambda * lambda * sum;
            }
            case "contrastive-divergence" -> {
                double[] negative = {batch.negatives()[2 * k], batch.negatives()[2 * k + 1]};
                return said.energy - read(weights, negative, t, alpha, sigma).energy;
            }
            case "flow-matching" -> {
                double h = 1e-6;
                double alphaDerivative = (process.alpha(t + h) - process.alpha(t - h)) / (2 * h);
                double sigmaDerivative = (process.sigma(t + h) - process.sigma(t - h)) / (2 * h);
                for (int i = 0; i < 2; i++) {
                    double u = process.drift(t) * x[i] - 0.5 * process.diffusionSquared(t) * said.s[i];
                    sum += square(u - (alphaDerivative * clean[i] + sigmaDerivative * e[i]));
                }
                return sum;
            }
            default -> throw new IllegalArgumentException("write down the loss of " + objective);
        }
    }

    private Said read(double[] weights, double[] x, double t, double alpha, double sigma) {
        double ratio = sigma / alpha;
        double scale = 1;
        double gain;
        double shift;
        if (domain.sigmaData() > 0) {
            double data = domain.sigmaData();
            double whole = data * data + ratio * ratio;
            double skip = data * data / whole;
            double out = ratio * data / Math.sqrt(whole);
            scale = 1 / Math.sqrt(whole) / alpha;
            gain = out / (ratio * ratio) / alpha;
            shift = (skip - 1) / (ratio * ratio) / (alpha * alpha);
        } else {
            gain = domain.prediction().gain(process, t, alpha, sigma);
            shift = domain.prediction().shift(process, t, alpha, sigma);
        }
        double px = scale * x[0];
        double py = scale * x[1];
        double c = Math.log(ratio);
        double[] s = new double[2];
        double[][] j = new double[2][2];
        var first = network.at(weights, c, new HyperDual(px, 1, 0, 0), new HyperDual(py, 0, 1, 0));
        if (!energy) {
            for (int i = 0; i < 2; i++) {
                s[i] = gain * first[i].f() + shift * x[i];
                j[i][0] = gain * scale * first[i].a() + (i == 0 ? shift : 0);
                j[i][1] = gain * scale * first[i].b() + (i == 1 ? shift : 0);
            }
            return new Said(s, j, Double.NaN);
        }
        double xx = network.at(weights, c, new HyperDual(px, 1, 1, 0), HyperDual.of(py))[0].c();
        double yy = network.at(weights, c, HyperDual.of(px), new HyperDual(py, 1, 1, 0))[0].c();
        s[0] = -gain * first[0].a() + shift * x[0];
        s[1] = -gain * first[0].b() + shift * x[1];
        j[0][0] = -gain * scale * xx + shift;
        j[1][1] = -gain * scale * yy + shift;
        j[0][1] = -gain * scale * first[0].c();
        j[1][0] = j[0][1];
        double value = gain / scale * first[0].f() - 0.5 * shift * (x[0] * x[0] + x[1] * x[1]);
        return new Said(s, j, value);
    }

    /** λ, with g² = (σ²)' − 2σ²α'/α by finite differences. */
    private double lambda(double t, double sigma) {
        double h = 1e-6;
        return switch (own.get(Weighting.PARAMETER)) {
            case SIGMA_SQUARED -> sigma * sigma;
            case ONE -> 1;
            case LIKELIHOOD -> {
                double varianceDerivative = (square(process.sigma(t + h)) - square(process.sigma(t - h))) / (2 * h);
                double alphaDerivative = (process.alpha(t + h) - process.alpha(t - h)) / (2 * h);
                yield varianceDerivative - 2 * alphaDerivative / process.alpha(t) * sigma * sigma;
            }
        };
    }

    private static double square(double value) {
        return value * value;
    }
}
