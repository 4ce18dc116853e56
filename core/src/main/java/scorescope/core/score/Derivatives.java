package scorescope.core.score;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.network.Jet;

/**
 * Derivatives of a network's score that are computed besides its value. J is ∂s/∂x.
 *
 * @param kind which part of J
 * @param probes K, of {@link Kind#PROBES} alone
 */
public record Derivatives(Kind kind, int probes) {
    /** Part of J. */
    public enum Kind {
        NONE,
        /** Its diagonal. */
        TRACE,
        /** All of it. */
        JACOBIAN,
        /** vᵀJv along K directions of every sample's own. */
        PROBES
    }

    public static final Derivatives NONE = new Derivatives(Kind.NONE, 0);
    public static final Derivatives TRACE = new Derivatives(Kind.TRACE, 0);
    public static final Derivatives JACOBIAN = new Derivatives(Kind.JACOBIAN, 0);

    public static Derivatives probes(int count) {
        return new Derivatives(Kind.PROBES, count);
    }

    /** Directions through the network before the probes: along both axes, where J or an energy's slope is asked for. */
    int axes(boolean energy) {
        return energy || kind == Kind.TRACE || kind == Kind.JACOBIAN ? 2 : 0;
    }

    /** Derivatives to propagate through the network: for an energy one order more. */
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
