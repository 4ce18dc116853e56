package scorescope.samplers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sampler in its default setting on mixtures that were not used to choose defaults: sliced W₂ to exact samples within
 * four sampling floors, mean log p within 0.1 of theirs. Chains at one level begin at exact samples; from other starts they
 * are farther away, since crossings between modes are rare ({@code bench/run samplers} prints the distance).
 */
class DefaultSettingsTest {
    private static final int PARTICLES = 2000;

    static Stream<Arguments> samplersAndMixtures() {
        return DefaultRun.samplers().stream()
                .flatMap(id ->
                        IntStream.range(0, ValidationMixtures.mixtures().size()).mapToObj(m -> Arguments.of(id, m)));
    }

    @ParameterizedTest(name = "{0} on mixture {1}")
    @MethodSource("samplersAndMixtures")
    void samplesAreCloseToExactOnes(String id, int mixture) {
        var aside = ValidationMixtures.mixtures().get(mixture);
        var found = DefaultRun.CHAINS.contains(id)
                ? DefaultRun.fromTruth(id, aside, PARTICLES)
                : DefaultRun.of(id, aside, PARTICLES);
        assertTrue(found.floors() <= 4, found.toString());
        assertTrue(Math.abs(found.logGap()) <= 0.1, found.toString());
    }
}
