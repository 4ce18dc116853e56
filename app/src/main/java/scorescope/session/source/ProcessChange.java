package scorescope.session.source;

import scorescope.core.parameter.Choice;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;

/** Changes the process, or the form of the noise level (σ or t), and keeps σ/α. */
public final class ProcessChange {
    private ProcessChange() {}

    /** The session under {@code process}; a level given as t goes to the time of the same σ/α. */
    public static Session to(Session session, Choice process) {
        var changed = session.withProcess(process);
        return session.noise() instanceof NoiseSpec.Time ? atTime(changed, ratio(session)) : changed;
    }

    /** The session with its level given as t of its process. */
    public static Session byTime(Session session) {
        return atTime(session, ratio(session));
    }

    /** The session with its level given as plain noise. */
    public static Session bySigma(Session session) {
        return session.withNoise(new NoiseSpec.Sigma(ratio(session)));
    }

    private static double ratio(Session session) {
        return Resolved.level(session, Resolved.process(session)).ratio();
    }

    private static Session atTime(Session session, double ratio) {
        var process = Resolved.process(session);
        return session.withNoise(new NoiseSpec.Time(process.timeAtRatio(ratio, process.tMin(), process.tMax())));
    }
}
