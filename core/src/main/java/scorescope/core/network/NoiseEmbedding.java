package scorescope.core.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the first of the two layers that read the noise level c = log(σ/α) makes of it. */
public enum NoiseEmbedding {
    /** φ(E1 c + e1), with the network's own activation. */
    LOG_SIGMA,
    /**
     * sin(E1 c + e1) with random frequencies E1 and phases e1, which are trained like all weights.
     *
     * @see <a href="https://arxiv.org/abs/2006.10739">Tancik et al. 2020, Fourier features</a>
     */
    FOURIER;

    /** The names used in files. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(NoiseEmbedding::id).toList();
    }

    /** The embedding named {@code id} in files. */
    public static NoiseEmbedding of(String id) {
        return Arrays.stream(values())
                .filter(embedding -> embedding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no noise embedding " + id));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
