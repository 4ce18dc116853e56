package scorescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.UniformStart;
import scorescope.session.Session.DensitySpec;
import scorescope.session.Session.NoiseSpec;
import scorescope.session.Session.SamplerSpec;
import scorescope.session.Session.ScoreSpec;

/** Ways in which sampling fails that are worth showing. A new one is a line here. */
public final class FailureCatalog {
    private static final int PARTICLES = 1000;
    private static final Start WIDE = new GaussianStart(0, 0, 3);
    private static final Choice EXPLODING = choice("variance-exploding", Map.of("sigmaMin", 0.01, "sigmaMax", 10.0));

    public static final List<Scenario> ALL = List.of(
            new Scenario(
                    "step-too-large",
                    "Step too large",
                    "Watch the particles overshoot the modes and be thrown ever farther out: the step η is above twice the"
                            + " smallest variance.",
                    session -> chain(session, "single-gaussian", 0.01, Map.of("stepSize", 3.0, "steps", 60L), WIDE)),
            new Scenario(
                    "too-few-steps",
                    "Too few steps",
                    "Watch eight Euler steps of the flow cut the corners of their paths and miss the modes they aim at.",
                    session -> path(
                            session,
                            "two-moons",
                            EXPLODING,
                            choice("probability-flow", Map.of("steps", 8L, "solver", "euler", "grid", "uniform")),
                            new PriorStart())),
            new Scenario(
                    "single-level",
                    "One noise level, two far modes",
                    "Watch every particle stay at the mode it started near: at one low level nothing crosses, and the weights"
                            + " 0.2 and 0.8 are never found.",
                    session -> chain(
                                    session,
                                    "three-gaussians",
                                    0.1,
                                    Map.of("stepSize", 0.02, "steps", 2000L),
                                    new GaussianStart(0, 0, 2))
                            .withDensity(new DensitySpec.Components(List.of(
                                    Component.isotropic(0.2, -3, 0, 0.5), Component.isotropic(0.8, 3, 0, 0.5))))),
            new Scenario(
                    "forgotten-root",
                    "Wrong noise scale: the √2 forgotten",
                    "Watch the cloud settle too narrow: with c = 1/√2 it settles into half the variance, stationary only at"
                            + " c = 1.",
                    session -> chain(
                            session,
                            "single-gaussian",
                            0.01,
                            Map.of("stepSize", 0.02, "noiseScale", Math.sqrt(0.5)),
                            WIDE)),
            new Scenario(
                    "annealed-too-fast",
                    "Annealing too fast",
                    "Watch the particles freeze between the modes: with two steps at each level they cannot follow the falling"
                            + " noise.",
                    session -> path(
                            session,
                            "eight-gaussians",
                            EXPLODING,
                            choice(
                                    "annealed-langevin",
                                    Map.of("levels", 12L, "stepsPerLevel", 2L, "stepSize", 2e-5, "noise", "fresh")),
                            new PriorStart())),
            new Scenario(
                    "no-data-there",
                    "Learned score where there were no data",
                    "Train a little first, then watch particles from far outside stray: there the network had nothing to learn"
                            + " from.",
                    session -> chain(
                                    session,
                                    "three-gaussians",
                                    0.05,
                                    Map.of("stepSize", 0.005, "steps", 1000L),
                                    new UniformStart(-10, 10, -10, 10))
                            .withScore(
                                    session.score() instanceof ScoreSpec.Learned named
                                            ? named
                                            : new ScoreSpec.Learned(Optional.empty()))),
            new Scenario(
                    "prior-too-narrow",
                    "Variance-exploding prior too narrow",
                    "Watch the outer modes stay empty: σ_max = 2 does not reach data of radius 5, so the prior N(0, σ_max²) is"
                            + " not where the process ends.",
                    session -> path(
                            session,
                            "eight-gaussians",
                            choice("variance-exploding", Map.of("sigmaMin", 0.01, "sigmaMax", 2.0)),
                            choice("probability-flow", Map.of()),
                            new PriorStart())));

    private FailureCatalog() {}

    private static Choice choice(String kind, Map<String, Object> given) {
        return new Choice(kind, new Parameters(new LinkedHashMap<>(given)));
    }

    /** Langevin at one level of a preset. */
    private static Session chain(
            Session session, String preset, double sigma, Map<String, Object> langevin, Start start) {
        return session.withDensity(new DensitySpec.Preset(preset))
                .withNoise(new NoiseSpec.Sigma(sigma))
                .withScore(new ScoreSpec.Analytic())
                .withSampler(new SamplerSpec(
                        choice("langevin", langevin),
                        PARTICLES,
                        session.sampler().seed(),
                        start));
    }

    /** A sampler along a process, the stage at nearly clean data. */
    private static Session path(Session session, String preset, Choice process, Choice sampler, Start start) {
        return session.withDensity(new DensitySpec.Preset(preset))
                .withProcess(process)
                .withNoise(new NoiseSpec.Sigma(0.05))
                .withScore(new ScoreSpec.Analytic())
                .withSampler(
                        new SamplerSpec(sampler, PARTICLES, session.sampler().seed(), start));
    }
}
