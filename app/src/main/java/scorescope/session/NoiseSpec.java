package scorescope.session;

/** The noise level shown. */
public sealed interface NoiseSpec {
    /** Plain noise, α = 1. */
    record Sigma(double sigma) implements NoiseSpec {}

    /** Time t of the session's process. */
    record Time(double t) implements NoiseSpec {}
}
