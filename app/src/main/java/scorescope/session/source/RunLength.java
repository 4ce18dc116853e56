package scorescope.session.source;

import java.util.List;
import java.util.OptionalInt;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.session.Session;
import scorescope.words.Words;

/**
 * Number of steps of a run of the session's sampler. It depends on sampler, process and noise level only, so that no file of
 * the session is read. For a sampler with adaptive steps it is the limit, and the run may end earlier.
 */
public final class RunLength {
    /** Stands for the session's score, on which the number of steps does not depend. */
    private static final MixtureScore ANY =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1))));

    private RunLength() {}

    /** The most steps of the run; empty if the sampler cannot run at all under the session's process. */
    static OptionalInt of(Session session) {
        var process = Resolved.process(session);
        var method = SamplerCatalog.CATALOG.create(session.sampler().method(), "sampler");
        var problem = new SamplingMethod.Problem(ANY, process, Resolved.level(session, process));
        return method.refusal(problem).isPresent()
                ? OptionalInt.empty()
                : OptionalInt.of(method.bind(problem).steps());
    }

    /** @throws BadInputException if the session's {@code sampler.step} lies after the end of its run */
    public static void check(Session session) {
        var step = session.sampler().step();
        if (step.isPresent() && step.getAsInt() > 0) {
            of(session).ifPresent(last -> {
                if (step.getAsInt() > last) {
                    throw new BadInputException(
                            "sampler.step",
                            Words.text("figure.sampler-work.after-end-run", step.getAsInt()),
                            Words.text("figure.sampler-work.use-step-from-0-to", last));
                }
            });
        }
    }

    /** The session, with its step cut to the end of its run. */
    public static Session within(Session session) {
        var step = session.sampler().step();
        if (step.isEmpty() || step.getAsInt() == 0) {
            return session;
        }
        var last = of(session);
        return last.isPresent() && step.getAsInt() > last.getAsInt()
                ? session.withSampler(session.sampler().at(last))
                : session;
    }
}
