package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void powersAreFittedToTheUpperHalfOfTheSizes() {
        double[] sizes = {10, 100, 1000, 10_000, 100_000};
        double[] values = DoubleStream.of(sizes)
                .map(n -> n < 1000 ? 7 : 0.02 * Math.pow(n, 1.4))
                .toArray();
        var law = Growth.PowerLaw.of(sizes, values);
        assertEquals(1.4, law.exponent(), 1e-12);
        assertEquals(0.02, law.factor(), 1e-12);
        assertEquals(0.02 * Math.pow(50, 1.4), law.at(50), 1e-10);
    }
}
