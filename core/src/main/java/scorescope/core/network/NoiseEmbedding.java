package scorescope.core.network;

import scorescope.core.parameter.Option;

/** First of the two layers that embed the noise level c = log(σ/α). */
public enum NoiseEmbedding implements Option {
    /** φ(E1 c + e1), with the network's own activation. */
    LOG_SIGMA("log-sigma", "log σ", "φ(E₁ log σ + e₁)", "log σ through a layer."),
    /**
     * sin(E1 c + e1) with random frequencies E1 and phases e1, which are trained like all weights.
     *
     * @see <a href="https://arxiv.org/abs/2006.10739">Tancik et al. 2020, Fourier features</a>
     */
    FOURIER("fourier", "Fourier features", "sin(E₁ log σ + e₁)", "Sines of log σ of random frequencies.");

    private final Entry entry;

    NoiseEmbedding(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
