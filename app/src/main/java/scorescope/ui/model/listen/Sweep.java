package scorescope.ui.model.listen;

/** A tone that travels along a melody again and again, as samples for both ears. */
final class Sweep {
    /** Samples per second and ear. */
    static final int RATE = 44_100;

    /** Duration of one way along the line, in seconds. */
    static final double SECONDS = 4;

    /** Silence between two ways, in seconds. */
    static final double REST = 0.5;

    private static final double VOLUME = 0.25;

    /** Time in which the tone fades in or out, in seconds; without it each beginning is heard as a click. */
    private static final double FADE = 0.01;

    private long samples;
    private double phase;
    private double frequency = Melody.HIGHEST;
    private double loudness;

    /**
     * Writes the samples that follow those of the last call.
     *
     * @param stereo left and right in turn; overwritten
     */
    void fill(Melody melody, short[] stereo) {
        for (int i = 0; i + 1 < stereo.length; i += 2) {
            double seconds = samples / (double) RATE % (SECONDS + REST);
            double place = seconds / SECONDS;
            double heard = place <= 1 ? melody.frequency(place) : Double.NaN;
            if (!Double.isNaN(heard)) {
                frequency = heard;
            }
            double step = 1 / (FADE * RATE);
            loudness = Double.isNaN(heard) ? Math.max(0, loudness - step) : Math.min(1, loudness + step);
            phase = (phase + frequency / RATE) % 1;
            double value = VOLUME * loudness * Math.sin(2 * Math.PI * phase) * Short.MAX_VALUE;
            // Equal power: the squares of both shares add up to 1.
            double angle = Math.PI / 4 * (1 + Melody.balance(place));
            stereo[i] = (short) Math.rint(value * Math.cos(angle));
            stereo[i + 1] = (short) Math.rint(value * Math.sin(angle));
            samples++;
        }
    }
}
