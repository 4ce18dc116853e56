package scorescope.ui.model;

import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.plot.scene.Particles;

/**
 * Positions of all particles of one run at one step, and their earlier positions. The arrays belong to the frame and
 * are not modified any more.
 *
 * @param x first coordinates in data units
 * @param y second coordinates
 * @param trails earlier positions of all particles, the newest first; fewer or none for very many particles
 * @param past where the particles began, and at which step of the run this frame is
 * @param steps the number of steps of the whole run, if known; after the end of a run, the step at which it ended
 * @param level the noise level of the particles
 * @param betweenLevels whether the run passes through noise levels, so that {@code level} may differ from the session's
 * @param diagnostics of the last step
 * @param followed the particle that is tracked with its denoised point, if any
 */
public record ParticleFrame(
        double[] x,
        double[] y,
        List<Particles.Positions> trails,
        ParticleHistory.Past past,
        int steps,
        NoiseLevel level,
        boolean betweenLevels,
        Diagnostics diagnostics,
        Optional<FollowedParticle.Track> followed) {
    public static final ParticleFrame NONE = new ParticleFrame(
            new double[0],
            new double[0],
            List.of(),
            ParticleHistory.Past.NONE,
            0,
            NoiseLevel.plain(0),
            false,
            Diagnostics.INITIAL,
            Optional.empty());

    public ParticleFrame {
        trails = List.copyOf(trails);
    }

    public int count() {
        return x.length;
    }

    /** Steps taken. */
    public int step() {
        return past.step();
    }

    /** The same particles, with the track of one of them. */
    ParticleFrame following(Optional<FollowedParticle.Track> track) {
        return new ParticleFrame(x, y, trails, past, steps, level, betweenLevels, diagnostics, track);
    }

    /** The particles as layers draw them. */
    public Particles particles() {
        var drawn = new Particles(x, y, trails, past).following(followed);
        return betweenLevels ? drawn.at(level) : drawn;
    }
}
