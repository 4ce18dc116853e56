package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.RectifiedFlow;

class PredictionTest {
    private static final double CLEAN = 1.3;
    private static final double NOISE = -0.7;

    @ParameterizedTest
    @CsvSource({"1, 0.5", "0.6, 0.8", "0.9, 0.01", "0.2, 3", "1, 10"})
    void everyPredictionMeansTheSameScore(double alpha, double sigma) {
        double x = alpha * CLEAN + sigma * NOISE;
        double score = -NOISE / sigma;
        expect(NOISE, Prediction.EPSILON.fromScore(score, x, alpha, sigma));
        expect(CLEAN, Prediction.SAMPLE.fromScore(score, x, alpha, sigma));
        expect(alpha * NOISE - sigma * CLEAN, Prediction.V_PREDICTION.fromScore(score, x, alpha, sigma));
        expect(score, Prediction.SCORE.fromScore(score, x, alpha, sigma));
        for (var prediction : Prediction.values()) {
            if (!prediction.needsProcess()) {
                expect(score, prediction.toScore(prediction.fromScore(score, x, alpha, sigma), x, alpha, sigma));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "0.6, 0.8", "0.2, 3"})
    void errorsAreAmplifiedIntoTheScore(double alpha, double sigma) {
        expect(1, Prediction.SCORE.errorInScore(alpha, sigma));
        expect(1 / sigma, Prediction.EPSILON.errorInScore(alpha, sigma));
        expect(alpha / (sigma * sigma), Prediction.SAMPLE.errorInScore(alpha, sigma));
    }

    /** The factors against the conversions: an error of 1 in one prediction, converted by the score to another. */
    @Test
    void anErrorOfOnePredictionGrowsInTheOthersByItsFactor() {
        var chain = new DiscreteDdpm(1000, 1e-4, 0.02, DiscreteDdpm.Variance.BETA);
        var at = chain.at(0.6);
        for (var of : Prediction.values()) {
            // s = gain · value + shift · x, and back.
            double error = of.gain(chain, at.t(), at.alpha(), at.sigma());
            for (var in : Prediction.values()) {
                double appears = error / in.gain(chain, at.t(), at.alpha(), at.sigma());
                expect(Math.abs(appears), of.errorIn(in, chain, at));
            }
        }
        expect(at.sigma() / at.alpha(), Prediction.EPSILON.errorIn(Prediction.SAMPLE, chain, at));
        expect(
                Prediction.posteriorMean(0, 0.3, chain.beta(600), at.sigma())
                        - Prediction.posteriorMean(1, 0.3, chain.beta(600), at.sigma()),
                Prediction.EPSILON.errorIn(Prediction.MEAN, chain, at));
        double step = Prediction.V_PREDICTION.fromScore(0.5 + 1e-3, 0.3, at.alpha(), at.sigma())
                - Prediction.V_PREDICTION.fromScore(0.5, 0.3, at.alpha(), at.sigma());
        expect(Math.abs(step) * 1e3, Prediction.SCORE.errorIn(Prediction.V_PREDICTION, chain, at));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.3", "0.0001, 0.01"})
    void thePosteriorMeanIsInvertedAndSplitsTheStep(double beta, double sigma) {
        double x = 0.4;
        double mean = Prediction.posteriorMean(NOISE, x, beta, sigma);
        expect(NOISE, Prediction.epsilonOfPosteriorMean(mean, x, beta, sigma));
        // Without noise a step back only inverts the factor of the step forward.
        expect(x / Math.sqrt(1 - beta), Prediction.posteriorMean(0, x, beta, sigma));
    }

    @Test
    void aPosteriorMeanAndAVelocityMeanTheScoreOfTheirProcess() {
        var chain = new DiscreteDdpm(50, 1e-3, 0.1, DiscreteDdpm.Variance.BETA);
        double t = 20.0 / 50;
        double x = chain.alpha(t) * CLEAN + chain.sigma(t) * NOISE;
        double score = -NOISE / chain.sigma(t);
        double mean = Prediction.posteriorMean(NOISE, x, chain.beta(20), chain.sigma(t));
        expect(score, read(Prediction.MEAN, mean, x, chain, t));

        var flow = new RectifiedFlow();
        double y = flow.alpha(t) * CLEAN + flow.sigma(t) * NOISE;
        expect(-NOISE / flow.sigma(t), read(Prediction.VELOCITY, NOISE - CLEAN, y, flow, t));
    }

    private static double read(Prediction prediction, double value, double x, NoiseProcess process, double t) {
        double alpha = process.alpha(t);
        double sigma = process.sigma(t);
        return prediction.gain(process, t, alpha, sigma) * value + prediction.shift(process, t, alpha, sigma) * x;
    }

    private static void expect(double expected, double actual) {
        assertEquals(expected, actual, 1e-9 * Math.max(1, Math.abs(expected)));
    }
}
