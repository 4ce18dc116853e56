package scorescope.ui.model;

import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.plot.scene.Particles;

/**
 * Where all particles of one run stand, and where they came from. The arrays belong to the frame and are not
 * written to any more.
 *
 * @param x first coordinates in data units
 * @param y second coordinates
 * @param trails earlier positions of all particles, the newest first; fewer or none for very many particles
 * @param past where they began, and where in its run this frame stands
 * @param steps the length of the whole run, as far as it is known: once a run has ended, where it ended
 * @param level the noise level that the particles stand at
 * @param betweenLevels whether the run goes through noise levels, so that this may be another one than the session's
 * @param diagnostics of the last step
 * @param followed the particle that is followed with its denoised point, if one is
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

    /** The same particles, one of them followed. */
    ParticleFrame following(Optional<FollowedParticle.Track> track) {
        return new ParticleFrame(x, y, trails, past, steps, level, betweenLevels, diagnostics, track);
    }

    /** What is drawn of it. */
    public Particles particles() {
        var drawn = new Particles(x, y, trails, past).following(followed);
        return betweenLevels ? drawn.at(level) : drawn;
    }
}
