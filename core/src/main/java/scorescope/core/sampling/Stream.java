package scorescope.core.sampling;

/** Streams of a {@link NoiseSource}: numbers of different streams are independent at equal step and particle. */
public final class Stream {
    /** Where particles start. */
    public static final int START = 0;

    /** The Brownian increments of the steps. Two samplers that use it share one path. */
    public static final int PATH = 1;

    private Stream() {}
}
