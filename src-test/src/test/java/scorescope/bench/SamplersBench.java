package scorescope.bench;

import java.util.List;
import java.util.Locale;
import scorescope.core.density.GaussianMixture;
import scorescope.samplers.DefaultRun;
import scorescope.samplers.ValidationMixtures;

/**
 * Every sampler in its default setting on three mixtures that were not used to choose defaults.
 * Prints sampler, evaluations, sliced W₂ in sampling floors on each, and mean log p minus that of exact samples.
 *
 * <p>Arguments: a seed for three other mixtures of the same kind ("-" for the fixed ones); particles (5000).
 */
public final class SamplersBench {
    private static final String UNTIMED = "-";

    private SamplersBench() {}

    static void main(String[] arguments) {
        String seed = arguments.length > 0 ? arguments[0] : UNTIMED;
        List<GaussianMixture> mixtures = seed.equals(UNTIMED)
                ? ValidationMixtures.mixtures()
                : ValidationMixtures.others(whole("a seed", seed), 3);
        int particles = arguments.length > 1 ? Math.toIntExact(whole("particles", arguments[1])) : 5_000;
        if (particles < 100) {
            refuse("fewer than 100 particles say nothing of a distribution");
        }
        for (var mixture : mixtures) {
            System.out.println("mixture of " + mixture.components().size());
        }
        System.out.printf(Locale.ROOT, "%-22s %6s  %-20s  %s%n", "sampler", "NFE", "W2 in floors", "log p less exact");
        DefaultRun.samplers().forEach(id -> row(id, mixtures, particles, false));
        System.out.println("begun at exact samples:");
        DefaultRun.CHAINS.forEach(id -> row(id, mixtures, particles, true));
    }

    private static long whole(String what, String argument) {
        try {
            return Long.parseLong(argument);
        } catch (NumberFormatException notWhole) {
            refuse("for " + what + " a whole number is wanted, not '" + argument + "'");
            throw notWhole;
        }
    }

    private static void refuse(String problem) {
        System.err.println("bench samplers [SEED] [PARTICLES]: " + problem);
        System.exit(2);
    }

    private static void row(String id, List<GaussianMixture> mixtures, int particles, boolean fromTruth) {
        var floors = new StringBuilder();
        var gaps = new StringBuilder();
        long evaluations = 0;
        for (var mixture : mixtures) {
            var found =
                    fromTruth ? DefaultRun.fromTruth(id, mixture, particles) : DefaultRun.of(id, mixture, particles);
            evaluations = found.evaluations();
            floors.append(String.format(Locale.ROOT, "%6.2f", found.floors()));
            gaps.append(String.format(Locale.ROOT, "%8.3f", found.logGap()));
        }
        System.out.printf(Locale.ROOT, "%-22s %6d  %-20s  %s%n", id, evaluations, floors, gaps);
    }
}
