package scorescope.session;

import java.util.OptionalInt;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.method.SamplerCatalog;

/**
 * How particles move.
 *
 * @param method the sampler's kind and its own parameters
 * @param step the step of the run that is shown, from 0; empty for its end
 */
public record SamplerSpec(Choice method, int particles, long seed, Start start, OptionalInt step) {
    public SamplerSpec(Choice method, int particles, long seed, Start start) {
        this(method, particles, seed, start, OptionalInt.empty());
    }

    /** Default start of the particles of a method. */
    public static Start naturalStart(Choice method) {
        return SamplerCatalog.CATALOG.create(method, "sampler").naturalStart();
    }

    /**
     * The same particles with another kind of sampler. If the run was at some step, it begins again at step 0. The
     * default start of the old kind is replaced by that of the new kind; another start is retained.
     */
    public SamplerSpec ofKind(String kind) {
        var chosen = Choice.of(kind);
        var firstStep = step.isPresent() ? OptionalInt.of(0) : step;
        return new SamplerSpec(
                chosen, particles, seed, start.equals(naturalStart(method)) ? naturalStart(chosen) : start, firstStep);
    }

    /** The same run with other settings of the method, at the same step. */
    public SamplerSpec withMethod(Choice changed) {
        return new SamplerSpec(changed, particles, seed, start, step);
    }

    public SamplerSpec withParticles(int changed) {
        return new SamplerSpec(method, changed, seed, start, step);
    }

    public SamplerSpec withSeed(long changed) {
        return new SamplerSpec(method, particles, changed, start, step);
    }

    public SamplerSpec withStart(Start changed) {
        return new SamplerSpec(method, particles, seed, changed, step);
    }

    /** The same run at another step. */
    public SamplerSpec at(OptionalInt changed) {
        return new SamplerSpec(method, particles, seed, start, changed);
    }
}
