package scorescope.core.random;

/** Streams of a {@link NoiseSource}: numbers of different streams are independent at equal step and particle. */
public final class NoiseStream {
    /** Where particles start. */
    public static final int START = 0;

    /** The Brownian increments of the steps. Two samplers that use it share one path. */
    public static final int PATH = 1;

    /** The uniform numbers that decide whether a proposal is accepted. */
    public static final int ACCEPT = 2;

    /** Noise of corrections between steps. */
    public static final int CORRECTION = 3;

    /** Velocities that particles start with. */
    public static final int VELOCITY = 4;

    /** The increment before a run's first step, for methods that average those of two steps. */
    public static final int EARLIER = 5;

    private NoiseStream() {}
}
