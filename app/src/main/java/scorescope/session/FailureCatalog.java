package scorescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.sampling.method.SamplerCatalog;

/** Instructive failures of sampling. A new one is one line here. */
public final class FailureCatalog {
    private static final int PARTICLES = 1000;
    private static final Map<String, Object> WIDE = gaussian(3);

    public static final List<Scenario> ALL = List.of(
            new Scenario("step-too-large", chain("single-gaussian", 0.01, Map.of("stepSize", 3.0, "steps", 60L), WIDE)),
            new Scenario(
                    "too-few-steps",
                    path(
                            "two-moons",
                            10.0,
                            "probability-flow",
                            Map.of("steps", 8L, "solver", "euler", "grid", "uniform"))),
            new Scenario(
                    "single-level",
                    chain("three-gaussians", 0.1, Map.of("stepSize", 0.02, "steps", 2000L), gaussian(2))
                            .with("density.preset", Patch.REMOVED)
                            .with(
                                    "density.components",
                                    List.of(component(0.2, -3, 0, 0.5), component(0.8, 3, 0, 0.5)))),
            new Scenario(
                    "forgotten-root",
                    chain("single-gaussian", 0.01, Map.of("stepSize", 0.02, "noiseScale", Math.sqrt(0.5)), WIDE)),
            new Scenario(
                    "annealed-too-fast",
                    path(
                            "eight-gaussians",
                            10.0,
                            "annealed-langevin",
                            Map.of("levels", 12L, "stepsPerLevel", 2L, "stepSize", 2e-5, "noise", "fresh"))),
            new Scenario(
                    "no-data-there",
                    chain(
                                    "three-gaussians",
                                    0.05,
                                    Map.of("stepSize", 0.005, "steps", 1000L),
                                    Map.of("kind", "uniform", "x", List.of(-10, 10), "y", List.of(-10, 10)))
                            .with("score.source", "learned")),
            new Scenario("prior-too-narrow", path("eight-gaussians", 2.0, "probability-flow", Map.of())));

    private FailureCatalog() {}

    /** Langevin dynamics at one level of a preset. */
    private static Patch chain(String preset, double sigma, Map<String, Object> langevin, Map<String, Object> start) {
        return common(preset, sigma, SamplerCatalog.CATALOG, "langevin", langevin)
                .with("sampler.start", start);
    }

    /** A sampler along a variance-exploding process, with the stage at nearly clean data. */
    private static Patch path(String preset, double sigmaMax, String sampler, Map<String, Object> given) {
        return common(preset, 0.05, SamplerCatalog.CATALOG, sampler, given)
                .with("sampler.start", Map.of("kind", "prior"))
                .with(
                        "process",
                        whole(
                                ProcessCatalog.CATALOG,
                                "variance-exploding",
                                Map.of("sigmaMin", 0.01, "sigmaMax", sigmaMax)));
    }

    private static Patch common(
            String preset, double sigma, Catalog<?> samplers, String sampler, Map<String, Object> given) {
        return Patch.of("density.preset", preset)
                .with("noise.sigma", sigma)
                .with("score.source", "analytic")
                .with("view.shown", Patch.REMOVED)
                .with("sampler", whole(samplers, sampler, given))
                .with("sampler.particles", PARTICLES)
                .with("sampler.step", Patch.REMOVED);
    }

    /** A kind with all its parameters: those not given have their defaults, not the session's values. */
    private static Map<String, Object> whole(Catalog<?> catalog, String kind, Map<String, Object> given) {
        var all = new LinkedHashMap<String, Object>();
        all.put("kind", kind);
        catalog.kind(kind, "kind")
                .parameters()
                .forEach(parameter ->
                        all.put(parameter.key(), given.getOrDefault(parameter.key(), parameter.defaultValue())));
        return all;
    }

    private static Map<String, Object> gaussian(double std) {
        return Map.of("kind", "gaussian", "mean", List.of(0, 0), "std", std);
    }

    private static Map<String, Object> component(double weight, double x, double y, double std) {
        double variance = std * std;
        return Map.of(
                "weight",
                weight,
                "mean",
                List.of(x, y),
                "covariance",
                List.of(List.of(variance, 0), List.of(0, variance)));
    }
}
