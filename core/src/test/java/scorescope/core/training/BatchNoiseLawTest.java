package scorescope.core.training;

import org.junit.jupiter.api.Test;
import scorescope.core.objective.Batch;
import scorescope.core.objective.BatchRequirements;
import scorescope.core.random.NormalLaw;
import scorescope.core.random.Probes;
import scorescope.core.score.Derivatives;

/** Distribution of the normal numbers of a training: the noise ε of samples and Gaussian vectors of objectives. */
class BatchNoiseLawTest {
    private static final int SAMPLES = 50_000;
    private static final int BATCHES = 100;

    private final TrainingData data = TrainingData.of(new double[] {0, 1}, new double[] {0, 1});
    private final double[] x = new double[SAMPLES];
    private final double[] y = new double[SAMPLES];

    /** 10⁷ numbers, a hundred batches of one run. */
    @Test
    void noiseOfSamplesIsNormal() {
        var law = new NormalLaw(500_000);
        var batch = new Batch(SAMPLES, SAMPLES);
        var source = source(BatchRequirements.SCORE);
        for (int step = 1; step <= BATCHES; step++) {
            source.draw(step, 0, batch);
            take(law, batch.noise());
        }
        law.check("noise of samples");
    }

    /** 10⁷ numbers of short batches at different addresses, as in a long run. */
    @Test
    void noiseOfShortBatchesIsNormal() {
        var law = new NormalLaw(500_000);
        int small = 50;
        var batch = new Batch(small, small);
        var source = source(BatchRequirements.SCORE);
        long step = 0;
        for (int block = 0; block < BATCHES; block++) {
            for (int first = 0; first < SAMPLES; first += small) {
                source.draw(++step, 0, batch);
                for (int j = 0; j < small; j++) {
                    x[first + j] = batch.noise()[2 * j];
                    y[first + j] = batch.noise()[2 * j + 1];
                }
            }
            law.take(x, y, SAMPLES);
        }
        law.check("noise of short batches");
    }

    /** 10⁷ numbers. */
    @Test
    void gaussianVectorsAreNormal() {
        var law = new NormalLaw(500_000);
        var requirements = new BatchRequirements(Derivatives.NONE, 1, Probes.Law.GAUSSIAN, 1);
        var batch = new Batch(SAMPLES, SAMPLES, requirements.vectors());
        var source = source(requirements);
        for (int step = 1; step <= BATCHES; step++) {
            source.draw(step, 0, batch);
            take(law, batch.vectors());
        }
        law.check("Gaussian vectors");
    }

    private BatchSource source(BatchRequirements requirements) {
        return new BatchSource(data, new TrainingTask(TrainerTest.small(3, SAMPLES)).draw(), requirements, 11);
    }

    private void take(NormalLaw law, float[] pairs) {
        for (int j = 0; j < SAMPLES; j++) {
            x[j] = pairs[2 * j];
            y[j] = pairs[2 * j + 1];
        }
        law.take(x, y, SAMPLES);
    }
}
