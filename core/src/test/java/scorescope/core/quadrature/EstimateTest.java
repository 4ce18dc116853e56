package scorescope.core.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
    private static final int TRIALS = 40_000;

    /** s/√n of 1, 2, 3, 4 is √(5/12); Student's quantile with 3 degrees of freedom is 3.182. */
    @Test
    void aMeanHasHalfTheWidthOfItsIntervalAsError() {
        var mean = Estimate.mean(1, 2, 3, 4);
        assertEquals(2.5, mean.value(), 1e-15);
        assertEquals(3.182 * Math.sqrt(5 / 12.0), mean.error(), 1e-12);
    }

    /** 5 % of normal samples lie outside, whatever their number; the standard error of the share counted is 0.11 %. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theErrorHoldsInNineteenOfTwentyCases(int count) {
        var random = new Random(count);
        long outside = IntStream.range(0, TRIALS)
                .mapToObj(_ -> Estimate.mean(
                        DoubleStream.generate(random::nextGaussian).limit(count).toArray()))
                .filter(mean -> Math.abs(mean.value()) > mean.error())
                .count();
        assertEquals(0.05, outside / (double) TRIALS, 0.0045);
    }
}
