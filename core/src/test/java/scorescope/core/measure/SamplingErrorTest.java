package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;

class SamplingErrorTest {
    private static final int ROUNDS = 60;

    private static GaussianMixture two(double away) {
        return new GaussianMixture(
                List.of(Component.isotropic(0.7, away, 0, 1), Component.isotropic(0.3, 6, away, 0.5)));
    }

    private static SampleMeasure measure(String name) {
        return MeasureCatalog.SAMPLES.kind(name, "measure").create().apply(Parameters.NONE);
    }

    /** A 95 % interval contains the mean in at least 85 % of sixty rounds, and is at most four times too wide. */
    @ParameterizedTest
    @CsvSource({
        "wasserstein2, 1",
        "wasserstein2, 0",
        "slicedWasserstein2, 1",
        "slicedWasserstein2, 0",
        "mmdSquared, 1",
        "mmdSquared, 0",
        "frechet, 1",
        "frechet, 0"
    })
    void theErrorHoldsTheMeanOfOtherSamples(String name, double away) {
        var measure = measure(name);
        var found = new Estimate[ROUNDS];
        for (int k = 0; k < ROUNDS; k++) {
            found[k] = SamplingError.of(
                    measure, Sample.drawn(two(away), 120, 2L * k), Sample.drawn(two(0), 120, 2L * k + 1));
        }
        double mean =
                Arrays.stream(found).mapToDouble(Estimate::value).average().orElseThrow();
        double std = Math.sqrt(Arrays.stream(found)
                .mapToDouble(one -> (one.value() - mean) * (one.value() - mean))
                .average()
                .orElseThrow());
        long covered = Arrays.stream(found)
                .filter(one -> Math.abs(one.value() - mean) <= one.error())
                .count();
        double wide =
                Arrays.stream(found).mapToDouble(Estimate::error).average().orElseThrow();
        assertTrue(covered >= 0.85 * ROUNDS, covered + " of " + ROUNDS);
        assertTrue(away == 0 || wide <= 8 * std, wide + " where values scatter by " + std);
    }

    @Test
    void ofFewPointsTheErrorIsNotKnown() {
        var one = Sample.drawn(two(1), 7, 1);
        var found = SamplingError.of(new SlicedWasserstein2(8), one, Sample.drawn(two(0), 50, 2));
        assertTrue(Double.isNaN(found.error()));
        assertEquals(new SlicedWasserstein2(8).between(one, Sample.drawn(two(0), 50, 2)), found.value());
    }
}
