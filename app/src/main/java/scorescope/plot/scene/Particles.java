package scorescope.plot.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.density.Box;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.sampling.history.TrailBuffer;

/**
 * Positions of particles and their earlier positions. The arrays are not copied and must not be modified while the
 * record is in use.
 *
 * @param x first coordinates in data units
 * @param y second coordinates
 * @param trails earlier positions of all particles, the newest first
 * @param past their start and history; {@link ParticleHistory.Past#NONE} if it is not known
 * @param followed the particle that is tracked with its denoised point, if any
 * @param level the particles' noise level, for a run that moves between levels; empty if it is the scene's
 */
public record Particles(
        double[] x,
        double[] y,
        List<Positions> trails,
        ParticleHistory.Past past,
        Optional<FollowedParticle.Track> followed,
        Optional<NoiseLevel> level) {
    public static final Particles NONE = new Particles(new double[0], new double[0], List.of());

    /** Positions of all particles at one earlier moment. */
    public record Positions(double[] x, double[] y) {}

    public Particles(double[] x, double[] y, List<Positions> trails) {
        this(x, y, trails, ParticleHistory.Past.NONE);
    }

    public Particles(double[] x, double[] y, List<Positions> trails, ParticleHistory.Past past) {
        this(x, y, trails, past, Optional.empty(), Optional.empty());
    }

    public Particles {
        trails = List.copyOf(trails);
    }

    /** The last steps of a sampler; the arrays are those of {@code trails}. */
    public static Particles of(TrailBuffer trails, ParticleHistory.Past past) {
        var earlier = new ArrayList<Positions>();
        for (int age = 1; age < trails.length(); age++) {
            earlier.add(new Positions(trails.x(age), trails.y(age)));
        }
        return new Particles(trails.x(0), trails.y(0), earlier, past);
    }

    /** The same as part of a run with a known number of steps. */
    public Particles ofRun(int steps) {
        var known = new ParticleHistory.Past(past.startX(), past.startY(), past.marks(), past.step(), steps);
        return new Particles(x, y, trails, known, followed, level);
    }

    /** The same with the track of one of them. */
    public Particles following(Optional<FollowedParticle.Track> track) {
        return new Particles(x, y, trails, past, track, level);
    }

    /** The same for a run that moves between noise levels and has reached this one. */
    public Particles at(NoiseLevel standing) {
        return new Particles(x, y, trails, past, followed, Optional.of(standing));
    }

    /** Number of particles outside a part of the plane. */
    public int outside(Box box) {
        int outside = 0;
        for (int i = 0; i < x.length; i++) {
            boolean inside = x[i] >= box.x0() && x[i] <= box.x1() && y[i] >= box.y0() && y[i] <= box.y1();
            outside += inside ? 0 : 1;
        }
        return outside;
    }

    public int count() {
        return x.length;
    }
}
