package scorescope.bench;

import java.util.List;
import java.util.Locale;
import scorescope.core.density.GaussianMixture;
import scorescope.samplers.DefaultRun;
import scorescope.samplers.HeldAside;

/**
 * The table of samplers: every one in its default setting on three mixtures that no default was tuned on, 5,000 particles.
 * Prints sampler, evaluations, sliced W₂ in sampling floors on each, and mean log p less that of exact samples.
 *
 * <p>Argument: a seed, for three other mixtures of the same kind.
 */
public final class SamplersBench {
    private static final int PARTICLES = 5_000;

    private SamplersBench() {}

    static void main(String[] arguments) {
        List<GaussianMixture> mixtures =
                arguments.length > 0 ? HeldAside.others(Long.parseLong(arguments[0]), 3) : HeldAside.mixtures();
        for (var mixture : mixtures) {
            System.out.println("mixture of " + mixture.components().size());
        }
        System.out.printf(Locale.ROOT, "%-22s %6s  %-20s  %s%n", "sampler", "NFE", "W2 in floors", "log p less exact");
        DefaultRun.samplers().forEach(id -> row(id, mixtures, false));
        System.out.println("begun at exact samples:");
        DefaultRun.CHAINS.forEach(id -> row(id, mixtures, true));
    }

    private static void row(String id, List<GaussianMixture> mixtures, boolean fromTruth) {
        var floors = new StringBuilder();
        var gaps = new StringBuilder();
        long evaluations = 0;
        for (var mixture : mixtures) {
            var found =
                    fromTruth ? DefaultRun.fromTruth(id, mixture, PARTICLES) : DefaultRun.of(id, mixture, PARTICLES);
            evaluations = found.evaluations();
            floors.append(String.format(Locale.ROOT, "%6.2f", found.floors()));
            gaps.append(String.format(Locale.ROOT, "%8.3f", found.logGap()));
        }
        System.out.printf(Locale.ROOT, "%-22s %6d  %-20s  %s%n", id, evaluations, floors, gaps);
    }
}
