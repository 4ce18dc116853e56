package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.score.LearnedScore;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;

class SampledRunsTest {
    /** Most garbage collections until an unreferenced object is collected. */
    private static final int COLLECTIONS = 20;

    private final SampledRuns runs = new SampledRuns();
    private Session session;

    @TempDir
    private Path folder;

    @BeforeEach
    void learned() throws IOException {
        session = LearnedSession.training(LearnedSession.in(folder));
    }

    @Test
    void particlesOfTheSameNetworkAreComputedOnce() {
        var network = network();
        var first = found(network);
        assertSame(first, found(network));
        assertNotSame(first, found(network()), "another network, another run");
    }

    @Test
    void networksThatATrainingLeftBehindAreNotKept() throws InterruptedException {
        var left = IntStream.range(0, 5)
                .mapToObj(_ -> {
                    var network = network();
                    var unusedFound = found(network);
                    return new WeakReference<>(network);
                })
                .toList();
        assertEquals(0, reachable(left));
    }

    private static long reachable(List<WeakReference<LearnedScore>> networks) throws InterruptedException {
        long reachable = networks.size();
        for (int i = 0; i < COLLECTIONS && reachable > 0; i++) {
            System.gc();
            Thread.sleep(10);
            reachable =
                    networks.stream().filter(network -> network.get() != null).count();
        }
        return reachable;
    }

    /** Positions of the particles. */
    private double[] found(LearnedScore network) {
        return runs.found(StudyInputs.of(session, Findings.of(Optional.of(network))))
                .findings()
                .particles(Source.LEARNED)
                .x();
    }

    private static LearnedScore network() {
        return new LearnedScore(LearnedSession.NETWORK.weights(), LearnedSession.NETWORK.domain());
    }
}
