package scorescope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import scorescope.core.measure.ModeShares;
import scorescope.core.measure.Sample;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.session.codec.Patches;
import scorescope.session.source.Resolved;

class FailureCatalogTest {
    @SuppressWarnings("unused") // by FieldSource
    private static final java.util.List<Scenario> failures = FailureCatalog.ALL;

    @ParameterizedTest
    @FieldSource("failures")
    void eachIsASessionThatRunsAndSaysInOneSentenceWhatToWatch(Scenario failure) {
        assertTrue(failure.watch().endsWith("."), failure.watch());
        var end = run(failure.id());
        assertTrue(end.step() > 0);
    }

    /** Runs a scenario, with the exact score instead of a learned one. */
    private static State run(String id) {
        var failure = FailureCatalog.ALL.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        var session = Patches.apply(SessionDefaults.opening(), failure.patch());
        var resolved = Resolved.of(session);
        var spec = session.sampler();
        return new SamplingRun(
                        resolved.sampler(resolved.exact()),
                        spec.particles(),
                        spec.start(),
                        new PhiloxNoise(spec.seed()),
                        ParticleBlocks.ONE)
                .finish();
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }

    @Test
    void tooLargeAStepThrowsParticlesOut() {
        var end = run("step-too-large");
        assertTrue(end.diagnostics().status() == Status.DIVERGED || variance(end.x()) > 1e3);
    }

    @Test
    void withoutTheRootTheCloudHasHalfTheVariance() {
        var session = Patches.apply(
                SessionDefaults.opening(), FailureCatalog.ALL.get(3).patch());
        double exact = Resolved.mixture(session).moments().xx();
        assertEquals(0.5, variance(run("forgotten-root").x()) / exact, 0.1);
    }

    @Test
    void atOneLevelTheWeightsAreNotFound() {
        var end = run("single-level");
        var shares = ModeShares.of(new Sample(end.x(), end.y()), new Sample(new double[] {-3, 3}, new double[] {0, 0}));
        assertEquals(0.5, shares[0], 0.08);
    }

    @Test
    void aNarrowPriorLeavesTheCloudTooNarrow() {
        var session = Patches.apply(
                SessionDefaults.opening(), FailureCatalog.ALL.getLast().patch());
        double exact = Resolved.mixture(session).moments().xx();
        assertTrue(variance(run("prior-too-narrow").x()) < 0.95 * exact);
    }
}
