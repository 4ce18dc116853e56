package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.denoise.FollowedParticle.Guess;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.parameter.Choice;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.core.sampling.history.Recording;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

class FollowedParticleTest {
    private static final int PARTICLES = 8;
    private static final int INDEX = 5;
    private static final Component ONE = new Component(1, 1.5, -0.5, 0.4, 0.3, 1.1);
    private static final MixtureScore THREE = new MixtureScore(new GaussianMixture(List.of(
            new Component(0.3, -2, 0, 0.36, 0, 0.36),
            new Component(0.4, 2, 1, 0.5, -0.2, 0.3),
            new Component(0.3, 0, -2, 0.2, 0.1, 0.6))));

    private static Sampler sampler(String kind, ScoreField score) {
        return SamplerCatalog.CATALOG
                .create(Choice.of(kind), "sampler")
                .bind(new Problem(score, new VariancePreserving(0.1, 20), NoiseLevel.plain(0.3)));
    }

    /** The denoised points of one particle of a run, step by step. */
    private static List<Guess> guesses(String kind, ScoreField score, ScoreField network) {
        var followed =
                FollowedParticle.of(OptionalInt.of(INDEX), PARTICLES, network).orElseThrow();
        var guesses = new ArrayList<Guess>();
        through(sampler(kind, score), state -> guesses.add(followed.in(state)));
        return guesses;
    }

    private static State through(Sampler sampler, Consumer<State> watcher) {
        return new SamplingRun(sampler, PARTICLES, new GaussianStart(0, 0, 2), new PhiloxNoise(7), ParticleBlocks.ONE)
                .watchedBy(watcher)
                .finish();
    }

    /** One Gaussian: E[x₀ | x] = μ + αΣ(α²Σ + σ²I)⁻¹(x − αμ), with the inverse written out. */
    @ParameterizedTest
    @ValueSource(strings = {"langevin", "ddim", "reverse-sde", "probability-flow", "annealed-langevin"})
    void ofOneGaussianItIsTheClosedForm(String kind) {
        var levels = new ArrayList<Double>();
        for (var guess : guesses(kind, score(ONE), score(ONE))) {
            double alpha = guess.level().alpha();
            double variance = guess.level().sigma() * guess.level().sigma();
            double a = alpha * alpha * ONE.xx() + variance;
            double b = alpha * alpha * ONE.xy();
            double c = alpha * alpha * ONE.yy() + variance;
            double dx = guess.x() - alpha * ONE.meanX();
            double dy = guess.y() - alpha * ONE.meanY();
            double ux = (c * dx - b * dy) / (a * c - b * b);
            double uy = (a * dy - b * dx) / (a * c - b * b);
            assertEquals(ONE.meanX() + alpha * (ONE.xx() * ux + ONE.xy() * uy), guess.cleanX(), 1e-9);
            assertEquals(ONE.meanY() + alpha * (ONE.xy() * ux + ONE.yy() * uy), guess.cleanY(), 1e-9);
            levels.add(guess.level().sigma());
        }
        assertTrue(levels.size() > 10);
        assertEquals(kind.equals("langevin"), levels.stream().distinct().count() == 1, "paths go through levels");
    }

    private static MixtureScore score(Component component) {
        return new MixtureScore(new GaussianMixture(List.of(component)));
    }

    /** ∫ x₀ p₀(x₀) N(x; αx₀, σ²I) dx₀ over its integral without x₀, both as sums over a fine grid. */
    @Test
    void ofAMixtureItIsTheMeanOfThePosteriorByQuadrature() {
        var guesses = guesses("reverse-sde", THREE, THREE);
        // At smaller levels the grid would not be fine enough.
        var wide =
                guesses.stream().filter(guess -> guess.level().sigma() > 0.08).toList();
        assertTrue(wide.size() > 20);
        for (int step = 0; step < wide.size(); step += wide.size() / 7) {
            var guess = wide.get(step);
            double sumX = 0;
            double sumY = 0;
            double sum = 0;
            for (double x = -8; x <= 8; x += 0.04) {
                for (double y = -8; y <= 8; y += 0.04) {
                    double weight = prior(x, y) * likelihood(guess, x, y);
                    sumX += weight * x;
                    sumY += weight * y;
                    sum += weight;
                }
            }
            assertEquals(sumX / sum, guess.cleanX(), 1e-8, "step " + step);
            assertEquals(sumY / sum, guess.cleanY(), 1e-8, "step " + step);
        }
    }

    private static double prior(double x, double y) {
        double sum = 0;
        for (var c : THREE.mixture().components()) {
            double determinant = c.xx() * c.yy() - c.xy() * c.xy();
            double dx = x - c.meanX();
            double dy = y - c.meanY();
            double q = (c.yy() * dx * dx - 2 * c.xy() * dx * dy + c.xx() * dy * dy) / determinant;
            sum += c.weight() * Math.exp(-q / 2) / Math.sqrt(determinant);
        }
        return sum;
    }

    private static double likelihood(Guess guess, double x, double y) {
        double dx = guess.x() - guess.level().alpha() * x;
        double dy = guess.y() - guess.level().alpha() * y;
        return Math.exp(-(dx * dx + dy * dy)
                / (2 * guess.level().sigma() * guess.level().sigma()));
    }

    /** At equal positions the denoised points of two scores differ by σ²(s − s′)/α. */
    @Test
    void anotherScoreMovesItByItsDifference() {
        ScoreField bent = (x, y, from, to, level, outX, outY) -> {
            THREE.score(x, y, from, to, level, outX, outY);
            for (int i = from; i < to; i++) {
                outX[i] += 0.3 * Math.sin(y[i]);
                outY[i] -= 0.2;
            }
        };
        var exact = guesses("ddim", bent, THREE);
        var learned = guesses("ddim", bent, bent);
        for (int step = 0; step < exact.size(); step++) {
            var one = exact.get(step);
            var other = learned.get(step);
            assertEquals(one.x(), other.x());
            double scale =
                    one.level().sigma() * one.level().sigma() / one.level().alpha();
            assertEquals(scale * 0.3 * Math.sin(one.y()), other.cleanX() - one.cleanX(), 1e-6 * (1 + scale));
            assertEquals(-scale * 0.2, other.cleanY() - one.cleanY(), 1e-6 * (1 + scale));
        }
    }

    @Test
    void withoutNoiseItIsTheParticleItself() {
        var sampler = SamplerCatalog.CATALOG
                .create(Choice.of("langevin"), "sampler")
                .bind(new Problem(THREE, new VariancePreserving(0.1, 20), NoiseLevel.plain(0)));
        var followed = new FollowedParticle(INDEX, Denoiser.of(THREE));
        through(sampler, state -> {
            var guess = followed.in(state);
            assertEquals(guess.x(), guess.cleanX());
            assertEquals(guess.y(), guess.cleanY());
        });
    }

    /** At high noise the denoised point is near the mean of all data, at the end it is the particle. */
    @Test
    void downAPathItLeavesTheMeanOfAllDataAndEndsAtTheParticle() {
        var guesses = guesses("ddim", THREE, THREE);
        var mean = THREE.mixture().moments();
        var first = guesses.getFirst();
        assertTrue(Math.hypot(first.cleanX() - mean.meanX(), first.cleanY() - mean.meanY()) < 0.1);
        var last = guesses.getLast();
        double alpha = last.level().alpha();
        assertTrue(Math.hypot(last.cleanX() - last.x() / alpha, last.cleanY() - last.y() / alpha) < 0.3);
    }

    /** Computed in order, or from a recording that stores few states, from any step. */
    @Test
    void whatIsToldOfAStepDependsOnTheStepAlone() {
        var sampler = sampler("annealed-langevin", THREE);
        var noise = new PhiloxNoise(7);
        var recording = new Recording(
                sampler, sampler.init(PARTICLES, new GaussianStart(0, 0, 2), noise), noise, ParticleBlocks.ONE, 1);
        var inOrder = new FollowedParticle(INDEX, Denoiser.of(THREE));
        var tracks = new ArrayList<FollowedParticle.Track>();
        through(sampler, state -> {
            inOrder.pass(state);
            tracks.add(inOrder.track(state));
        });
        assertTrue(tracks.size() > 500);
        recording.seek(tracks.size());
        var random = new SplittableRandom(2);
        var scrubbed = new FollowedParticle(INDEX, Denoiser.of(THREE));
        var replay = recording.replay(INDEX);
        for (int look = 0; look < 25; look++) {
            int step = random.nextInt(tracks.size());
            for (var missing = scrubbed.missing(0, step); missing.isPresent(); missing = scrubbed.missing(0, step)) {
                scrubbed.pass(replay.toward(missing.getAsInt(), Long.MAX_VALUE));
            }
            var track = scrubbed.track(recording.seek(step));
            assertEquals(tracks.get(step), track);
            assertTrue(track.earlier().size() <= 64);
            assertEquals(
                    0,
                    track.earlier().isEmpty()
                            ? step
                            : track.earlier().getFirst().step());
        }
    }

    @Test
    void nobodyIsFollowedWhoIsNotThere() {
        assertTrue(FollowedParticle.of(OptionalInt.empty(), 8, THREE).isEmpty());
        assertTrue(FollowedParticle.of(OptionalInt.of(8), 8, THREE).isEmpty());
        assertTrue(FollowedParticle.of(OptionalInt.of(7), 8, THREE).isPresent());
    }
}
