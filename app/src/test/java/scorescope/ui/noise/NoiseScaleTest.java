package scorescope.ui.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.noise.Edm;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.session.NoiseSpec;

class NoiseScaleTest {
    private static final NoiseProcess PROCESS = new VariancePreserving(0.1, 20);

    static Stream<NoiseScale> scales() {
        return Stream.concat(
                Stream.of(new NoiseScale.Sigma(0.01, 10)),
                ProcessCatalog.CATALOG.ids().stream()
                        .map(id -> ProcessCatalog.CATALOG.create(Choice.of(id), "process"))
                        .map(NoiseScale.Time::new));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void positionAndValueUndoEachOther(NoiseScale scale) {
        for (int i = 0; i <= 1000; i++) {
            assertEquals(i / 1000.0, scale.position(scale.value(i / 1000.0)), 1e-12);
        }
        assertEquals(scale.lowest(), scale.value(-3));
        assertEquals(scale.highest(), scale.value(4));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void specificationKeepsTheValue(NoiseScale scale) {
        assertEquals(0.3, scale.valueOf(scale.spec(0.3)));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void ticksLieOnTheBarAndRespectTheRoom(NoiseScale scale) {
        for (int room : new int[] {5, 8, 12}) {
            var ticks = scale.ticks(room);
            assertTrue(ticks.size() >= 2 && ticks.size() <= room, () -> ticks + " for " + room);
            // Within 0.2 % of the bar.
            ticks.forEach(tick -> assertTrue(tick >= 0 && tick <= scale.highest() * 1.002));
        }
    }

    @Test
    void timeThatIsNoiseIsLogarithmic() {
        var scale = new NoiseScale.Time(new Edm(0.01, 100));
        assertEquals(1, scale.value(0.5), 1e-12);
        assertEquals(List.of(0.01, 0.1, 1.0, 10.0, 100.0), scale.ticks(8));
    }

    @Test
    void plainNoiseTicksAreRoundNumbers() {
        assertEquals(
                List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0),
                new NoiseScale.Sigma(0.01, 10).ticks(12));
    }

    @Test
    void plainNoiseOfZeroStandsAtTheLeft() {
        assertEquals(0, new NoiseScale.Sigma(0.01, 10).position(0));
    }

    @Test
    void barReachesAsFarAsTheSession() {
        assertEquals(40, NoiseScale.of(new NoiseSpec.Sigma(40), PROCESS).highest());
        assertEquals(1, NoiseScale.of(new NoiseSpec.Time(0.4), PROCESS).highest());
    }

    @Test
    void readOutsKeepSmallValuesApart() {
        assertEquals("0.50", NoiseScale.written(0.5));
        assertEquals("0.012", NoiseScale.written(0.0123));
        assertEquals("0.0012", NoiseScale.written(0.00123));
        assertEquals("0.00", NoiseScale.written(0));
        assertEquals("−1.39", NoiseScale.written(-1.39));
    }
}
