package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.core.score.MixtureScore;

class BitsPerDimensionTest {
    static List<String> processes() {
        return ProcessCatalog.CATALOG.ids();
    }

    /** Under every process ½ log₂(2πe s²) bits, up to the small noise at tMin. */
    @ParameterizedTest
    @MethodSource("processes")
    void bitsOfAGaussianAreItsEntropy(String kind) {
        double std = 0.7;
        var mixture = new GaussianMixture(List.of(Component.isotropic(1, 0.3, -0.2, std)));
        var x = new double[4000];
        var y = new double[x.length];
        mixture.draw(11, x, y);
        var process = ProcessCatalog.CATALOG.create(Choice.of(kind), "process");
        var encoding = new FlowLikelihood(new MixtureScore(mixture), process).encode(x, y, process.tMin());
        var mean = BitsPerDimension.mean(encoding.logLikelihood());
        double entropy = 0.5 * Math.log(2 * Math.PI * Math.E * std * std) / Math.log(2);
        assertEquals(entropy, mean.bits(), 4 * mean.standardError());
        assertEquals(1 / (2 * Math.log(2) * Math.sqrt(x.length)), mean.standardError(), 1e-3);
    }
}
