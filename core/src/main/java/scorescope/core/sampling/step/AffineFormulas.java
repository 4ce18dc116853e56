package scorescope.core.sampling.step;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;

/**
 * How the lines of an {@link AffineStep} are written.
 *
 * @param drift the part without noise, in symbols
 * @param noise the noise added to it
 */
public record AffineFormulas(Form form, String drift, String noise) {
    /** The line of the denoised point. */
    public static final String DENOISED = "x̂₀ = (x + σ² s)/{signal}";

    /** The vectors of which the drift is a sum. */
    public enum Form {
        /** x and the score s. */
        SCORE,
        /** x and the denoised point x̂₀. */
        CLEAN,
        /** The denoised point x̂₀ and the predicted noise ε̂. */
        PREDICTIONS
    }

    /** For steps without formulas of their own. */
    static final AffineFormulas PLAIN = new AffineFormulas(Form.SCORE, "a x + b s", "… + c z");

    /** Adds the lines of the drift with the score {@code s} at {@code x}. Returns its result. */
    PlaneVector drift(StepLines lines, AffineStep rule, NoiseLevel level, PlaneVector x, PlaneVector s) {
        double sigma = level.sigma();
        double alpha = level.alpha();
        return switch (form) {
            case SCORE -> lines.drift(drift, Term.of(rule.position(), x), Term.of(rule.score(), s));
            case CLEAN -> {
                var clean = denoised(lines, level, x, s);
                double gain = rule.score() * alpha / (sigma * sigma);
                double rest = rule.position() - rule.score() / (sigma * sigma);
                yield lines.drift(drift, Term.of(rest, x), Term.of(gain, clean));
            }
            case PREDICTIONS -> {
                var clean = denoised(lines, level, x, s);
                var epsilon = lines.drift("{eps}̂ = −σ s", Term.of(-sigma, s));
                double ofEpsilon = rule.position() * sigma - rule.score() / sigma;
                yield lines.drift(drift, Term.of(rule.position() * alpha, clean), Term.of(ofEpsilon, epsilon));
            }
        };
    }

    /** Adds the line of the denoised point, whose value it returns. */
    public static PlaneVector denoised(StepLines lines, NoiseLevel level, PlaneVector x, PlaneVector s) {
        double variance = level.sigma() * level.sigma();
        return lines.drift(DENOISED, Term.of(1 / level.alpha(), x), Term.of(variance / level.alpha(), s));
    }
}
