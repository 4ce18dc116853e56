package scorescope.session.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;

class ProcessChangeTest {
    @Test
    void everyProcessKeepsTheRatioOfNoiseToSignal() {
        for (String from : ProcessCatalog.CATALOG.ids()) {
            var session = ProcessChange.byTime(
                    SessionDefaults.opening().withProcess(Choice.of(from)).withNoise(new NoiseSpec.Sigma(0.7)));
            assertEquals(0.7, ratio(session), 1e-9, from);
            for (String to : ProcessCatalog.CATALOG.ids()) {
                assertEquals(0.7, ratio(ProcessChange.to(session, Choice.of(to))), 1e-9, from + " to " + to);
            }
            assertEquals(0.7, ((NoiseSpec.Sigma) ProcessChange.bySigma(session).noise()).sigma(), 1e-9);
        }
    }

    @Test
    void aLevelOutOfReachGoesToTheNearestEnd() {
        var session = SessionDefaults.opening().withProcess(Choice.of("edm")).withNoise(new NoiseSpec.Time(60));
        var changed = ProcessChange.to(session, Choice.of("variance-exploding"));
        assertTrue(
                changed.noise() instanceof NoiseSpec.Time time && Math.abs(time.t() - 1) < 1e-9,
                changed.noise()::toString);
    }

    @Test
    void plainNoiseStaysAsItIs() {
        var session = SessionDefaults.opening();
        assertSame(
                session.noise(), ProcessChange.to(session, Choice.of("cosine")).noise());
    }

    private static double ratio(Session session) {
        return Resolved.level(session, Resolved.process(session)).ratio();
    }
}
