package scorescope.core.sampling.history;

import java.util.Arrays;
import scorescope.core.BadInputException;
import scorescope.core.io.NpyArray;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;

/**
 * Positions of all particles after every step of a run, for files and for going back to earlier steps. One array of shape
 * (steps + 1) × n × 2 in C order, as NumPy stores it.
 */
public final class Trajectory {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Sampler sampler;
    private final int particles;
    private final double[] values;
    private final double[] times;
    private int frames;

    /** @throws BadInputException if the positions do not fit into memory */
    public Trajectory(Sampler sampler, int particles) {
        long count = 2L * particles * (sampler.steps() + 1L);
        if (!fits(sampler, particles)) {
            throw BadInputException.of(
                    "sampler", "core.trajectory.too-large", particles, sampler.steps(), (count >> 27));
        }
        this.sampler = sampler;
        this.particles = particles;
        values = new double[(int) count];
        times = new double[sampler.steps() + 1];
    }

    /** Whether all positions of a run take at most half of the memory. */
    public static boolean fits(Sampler sampler, int particles) {
        long count = 2L * particles * (sampler.steps() + 1L);
        return count <= LONGEST_ARRAY && count <= Runtime.getRuntime().maxMemory() / (2 * Double.BYTES);
    }

    /** Stores a copy of {@code state}, the next one of the run. */
    public void add(State state) {
        if (state.step() != frames || state.particles() != particles) {
            throw new IllegalArgumentException("expected step " + frames + " but saw " + state.step());
        }
        int at = 2 * particles * frames;
        for (int i = 0; i < particles; i++) {
            values[at + 2 * i] = state.x()[i];
            values[at + 2 * i + 1] = state.y()[i];
        }
        times[frames] = sampler.time(state);
        frames++;
    }

    /** Number of states stored so far, the start included. */
    public int frames() {
        return frames;
    }

    public int particles() {
        return particles;
    }

    public double time(int frame) {
        return times[requireFrame(frame)];
    }

    public double x(int frame, int particle) {
        return values[2 * (particles * requireFrame(frame) + particle)];
    }

    public double y(int frame, int particle) {
        return values[2 * (particles * requireFrame(frame) + particle) + 1];
    }

    /** Copies the positions of one frame into x and y, both of {@link #particles} values. */
    public void copyFrame(int frame, double[] x, double[] y) {
        int at = 2 * particles * requireFrame(frame);
        for (int i = 0; i < particles; i++) {
            x[i] = values[at + 2 * i];
            y[i] = values[at + 2 * i + 1];
        }
    }

    /** All positions, of shape frames × n × 2. */
    public NpyArray positions() {
        int count = 2 * particles * frames;
        return new NpyArray.Doubles(
                new int[] {frames, particles, 2}, count == values.length ? values : Arrays.copyOf(values, count));
    }

    /** The time of each frame. */
    public NpyArray times() {
        return NpyArray.of(Arrays.copyOf(times, frames));
    }

    private int requireFrame(int frame) {
        if (frame < 0 || frame >= frames) {
            throw new IndexOutOfBoundsException("frame " + frame + " of " + frames);
        }
        return frame;
    }
}
