package scorescope.plot.study.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import scorescope.core.quadrature.Estimate;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/**
 * A number estimated from samples.
 *
 * @param error two standard errors
 */
public record Uncertain(double value, double error) {
    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.UP);
    private static final int FINEST = 12;

    public static Uncertain of(Estimate estimate) {
        return new Uncertain(estimate.value(), estimate.error());
    }

    /** Value and error with significant digits only: the error with one digit, the value to the same place. */
    public String text() {
        if (!Double.isFinite(value) || !Double.isFinite(error) || !(error > 0)) {
            return Numbers.significant(value, 3);
        }
        var rounded = BigDecimal.valueOf(error).round(ONE_DIGIT);
        int places = Math.clamp(rounded.scale(), 0, FINEST);
        var known = new BigDecimal(value).setScale(rounded.scale(), RoundingMode.HALF_EVEN);
        return Words.text(
                "notation.plus-minus",
                known.setScale(places, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−'),
                rounded.setScale(places, RoundingMode.UP).toPlainString());
    }
}
