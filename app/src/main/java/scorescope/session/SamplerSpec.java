package scorescope.session;

import java.util.OptionalInt;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.method.SamplerCatalog;

/**
 * How particles move.
 *
 * @param method the sampler's kind and its own parameters
 * @param step where the run stands, from 0; empty for its end
 */
public record SamplerSpec(Choice method, int particles, long seed, Start start, OptionalInt step) {
    public SamplerSpec(Choice method, int particles, long seed, Start start) {
        this(method, particles, seed, start, OptionalInt.empty());
    }

    /** Where particles of a method begin unless a person says otherwise. */
    public static Start naturalStart(Choice method) {
        return SamplerCatalog.CATALOG.create(method, "sampler").naturalStart();
    }

    /** The same particles moved by another kind of sampler; a start that nobody has chosen goes with the kind. */
    public SamplerSpec ofKind(String kind) {
        var chosen = Choice.of(kind);
        return new SamplerSpec(
                chosen, particles, seed, start.equals(naturalStart(method)) ? naturalStart(chosen) : start);
    }

    /** Another run, which stands nowhere yet. */
    public SamplerSpec withMethod(Choice changed) {
        return new SamplerSpec(changed, particles, seed, start);
    }

    /** Another run, which stands nowhere yet. */
    public SamplerSpec withStart(Start changed) {
        return new SamplerSpec(method, particles, seed, changed);
    }

    /** The same run, standing elsewhere. */
    public SamplerSpec at(OptionalInt changed) {
        return new SamplerSpec(method, particles, seed, start, changed);
    }
}
