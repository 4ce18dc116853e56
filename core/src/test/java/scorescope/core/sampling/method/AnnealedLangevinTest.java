package scorescope.core.sampling.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.random.ImpulseNoise;
import scorescope.core.sampling.Gaussians;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.Recording;

/** On a Gaussian, where the variance that steps settle into has a closed form. */
class AnnealedLangevinTest {
    private static final double SIGMA = 0.8;
    private static final Gaussians GAUSSIAN = new Gaussians(0.5, -1, 0.04, 0.36);

    /** C whatever the step size with averaged noise, C/(1 − η/2C) with fresh noise; C = v + σ². */
    @ParameterizedTest
    @CsvSource({"0.1, true", "0.5, true", "1.5, true", "0.1, false", "0.5, false", "1.5, false"})
    void itSettlesIntoTheVarianceOfItsNoise(double share, boolean averaged) {
        double eta = share * SIGMA * SIGMA;
        var method = new AnnealedLangevin(2, 200, eta, averaged);
        var end = afterUnitsOfNoise(method);
        assertEquals(expected(GAUSSIAN.varianceX(), eta, averaged), variance(end.x(), GAUSSIAN.meanX()), 1e-6);
        assertEquals(expected(GAUSSIAN.varianceY(), eta, averaged), variance(end.y(), GAUSSIAN.meanY()), 1e-6);
    }

    private static double expected(double clean, double eta, boolean averaged) {
        double noised = clean + SIGMA * SIGMA;
        return averaged ? noised : noised / (1 - eta / (2 * noised));
    }

    /** Particle i begins at the mean and feels one unit of noise, in step i, at levels that hardly differ. */
    private static State afterUnitsOfNoise(AnnealedLangevin method) {
        var process = new VarianceExploding(SIGMA, SIGMA * (1 + 1e-9));
        var sampler = method.bind(new Problem(GAUSSIAN.score(), process, NoiseLevel.plain(SIGMA)));
        var x = new double[sampler.steps()];
        var y = new double[sampler.steps()];
        Arrays.fill(x, GAUSSIAN.meanX());
        Arrays.fill(y, GAUSSIAN.meanY());
        var noise = new ImpulseNoise();
        return new Recording(sampler, sampler.begin(x, y, noise), noise, ParticleBlocks.ONE, 1).seek(sampler.steps());
    }

    private static double variance(double[] ends, double mean) {
        double sum = 0;
        for (double end : ends) {
            sum += (end - mean) * (end - mean);
        }
        return sum;
    }
}
