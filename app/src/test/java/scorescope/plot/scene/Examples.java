package scorescope.plot.scene;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import scorescope.core.denoise.Denoiser;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.figure.Figure;
import scorescope.plot.picture.Pictures;
import scorescope.session.FigureSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;
import scorescope.session.View;

/** Sessions and scenes for the tests of this package. */
public final class Examples {
    public static final MixtureScore THREE = new MixtureScore(new GaussianMixture(List.of(
            Component.isotropic(.3, -2, 0, .6),
            Component.isotropic(.4, 2, 1, .6),
            Component.isotropic(.3, 0, -2, .6))));

    /** A smooth field with a known error, in place of a learned score. */
    public static final ScoreField BENT = (x, y, from, to, level, outX, outY) -> {
        THREE.score(x, y, from, to, level, outX, outY);
        for (int i = from; i < to; i++) {
            double far = Math.max(0, Math.hypot(x[i], y[i]) - 2.2);
            outX[i] += 0.2 * far * Math.sin(1.3 * y[i] + 0.4);
            outY[i] += 0.2 * far * Math.cos(1.1 * x[i]);
        }
    };

    private Examples() {}

    public static Session session(String colorMap, String width, Source... sources) {
        var view = new View(-5, 5, -5, 5, List.of("density", "contours", "quiver", "particles"), colorMap);
        var shown = sources.length > 1
                ? Shown.SIDE_BY_SIDE
                : Shown.named(sources[0].id()).orElseThrow();
        return SessionDefaults.opening()
                .withView(view.withShown(Optional.of(shown)))
                .withFigure(new FigureSpec(width, List.of()));
    }

    /** Findings for {@link #session}. */
    public static Findings findings() {
        return new Findings(
                Optional.of(BENT), Map.of(Source.ANALYTIC, particles(140, 7), Source.LEARNED, particles(140, 8)));
    }

    /** Figure of the three Gaussians at σ = 0.5. */
    public static Figure figure(String colorMap, String width, Source... sources) {
        return Pictures.of(session(colorMap, width, sources), findings());
    }

    /** Particles around the three means, with trails of seven steps. */
    public static Particles particles(int count, long seed) {
        var random = new Random(seed);
        double[][][] path = new double[8][2][count];
        for (int i = 0; i < count; i++) {
            var c = THREE.mixture().components().get(random.nextInt(3));
            double x = c.meanX() + 0.78 * random.nextGaussian();
            double y = c.meanY() + 0.78 * random.nextGaussian();
            for (int s = 0; s < path.length; s++) {
                path[s][0][i] = x;
                path[s][1][i] = y;
                x += 0.12 * random.nextGaussian();
                y += 0.12 * random.nextGaussian();
            }
        }
        var trails = new java.util.ArrayList<Particles.Positions>();
        for (int s = 1; s < path.length; s++) {
            trails.add(new Particles.Positions(path[s][0], path[s][1]));
        }
        return new Particles(path[0][0], path[0][1], trails)
                .following(Optional.of(followed(path[0][0], path[0][1], path[1][0], path[1][1])));
    }

    /** The track of the first particle: one step from (xs[0], ys[0]) at level 0.8 to level 0.5. */
    private static FollowedParticle.Track followed(double[] x, double[] y, double[] xs, double[] ys) {
        var followed = new FollowedParticle(0, Denoiser.of(THREE));
        followed.pass(state(0, 0.8, xs, ys));
        return followed.track(state(1, 0.5, x, y));
    }

    /** A run's state at a level of plain noise. */
    public static State state(int step, double sigma, double[] x, double[] y) {
        return new State(step, NoiseLevel.plain(sigma), x, y, Carried.NONE, Scratch.NONE, Diagnostics.INITIAL);
    }
}
