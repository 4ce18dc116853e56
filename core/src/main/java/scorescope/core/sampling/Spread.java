package scorescope.core.sampling;

import java.util.Optional;
import scorescope.core.density.Moments;
import scorescope.core.words.CoreWords;

/** Distance of particles from the mean of the density that they sample, to detect instability. */
public final class Spread {
    /**
     * A run counts as unstable if the distance exceeds this many times the larger of the density's width and that of the
     * start.
     */
    private static final double BLOWN_UP = 100;

    private Spread() {}

    /**
     * Why a run whose positions are finite counts as unstable; empty if it does not.
     *
     * @param beginning root mean square distance of the start's particles from the density's mean, by {@link #of}
     */
    public static Optional<String> blowUp(State end, Moments density, double beginning) {
        double width = Math.sqrt(density.xx() + density.yy());
        double found = of(end, density);
        double most = BLOWN_UP * Math.max(width, beginning);
        return found <= most ? Optional.empty() : Optional.of(CoreWords.text("core.sampling.blown-up", found, width));
    }

    /** Root mean square distance of the particles from the density's mean, in data units. */
    public static double of(State state, Moments density) {
        double sum = 0;
        for (int i = 0; i < state.particles(); i++) {
            sum += Math.pow(state.x()[i] - density.meanX(), 2) + Math.pow(state.y()[i] - density.meanY(), 2);
        }
        return Math.sqrt(sum / Math.max(1, state.particles()));
    }
}
