package scorescope.core.score;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.network.Jet;

/**
 * The derivatives of a network's score that are computed in addition to its value; J = ∂s/∂x.
 *
 * @param kind which part of J
 * @param probes number K of directions per sample for {@link Kind#PROBES}; 0 for all other kinds
 */
public record Derivatives(Kind kind, int probes) {
    /** Part of J. */
    public enum Kind {
        NONE,
        /** Its diagonal. */
        TRACE,
        /** All of it. */
        JACOBIAN,
        /** vᵀJv along K directions v, which differ from sample to sample. */
        PROBES
    }

    public static final Derivatives NONE = new Derivatives(Kind.NONE, 0);
    public static final Derivatives TRACE = new Derivatives(Kind.TRACE, 0);
    public static final Derivatives JACOBIAN = new Derivatives(Kind.JACOBIAN, 0);

    public static Derivatives probes(int count) {
        return new Derivatives(Kind.PROBES, count);
    }

    /**
     * Number of coordinate directions propagated through the network before the probes: 2 for elements of J or the gradient
     * of an energy, otherwise 0.
     */
    int axes(boolean energy) {
        return energy || kind == Kind.TRACE || kind == Kind.JACOBIAN ? 2 : 0;
    }

    /** Derivatives to propagate through the network; an energy needs one order more than a vector output. */
    Jet jet(boolean energy) {
        int axes = axes(energy);
        if (!energy) {
            return Jet.first(axes + probes);
        }
        var seconds = new ArrayList<Jet.Pair>();
        switch (kind) {
            case NONE -> {}
            case TRACE -> seconds.addAll(List.of(new Jet.Pair(0, 0), new Jet.Pair(1, 1)));
            case JACOBIAN -> seconds.addAll(List.of(new Jet.Pair(0, 0), new Jet.Pair(1, 1), new Jet.Pair(0, 1)));
            case PROBES -> {
                for (int k = 0; k < probes; k++) {
                    seconds.add(new Jet.Pair(axes + k, axes + k));
                }
            }
        }
        return new Jet(axes + probes, seconds);
    }
}
