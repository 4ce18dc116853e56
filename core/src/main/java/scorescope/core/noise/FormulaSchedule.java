package scorescope.core.noise;

import java.util.List;
import java.util.Locale;
import scorescope.core.BadInputException;
import scorescope.core.formula.Formula;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * A schedule by formula: its log-SNR is a given function of t, which must decrease from t = 0 to t = 1.
 *
 * <p>This is checked by its exact derivative at {@value #CHECKED} times and by its values between them.
 */
public record FormulaSchedule(Formula formula) implements LogSnrProcess {
    static final Parameter.Expression LOG_SNR = new Parameter.Expression(
            "formula",
            "log SNR",
            "10 - 20*t",
            "The log-SNR as a formula of t from 0 to 1 that falls: numbers, t, pi, + - * / ^, exp, log, sqrt, sin, cos, tan, tanh.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "formula",
            "Schedule by formula",
            "Variance preserving, with a log-SNR that is written as a formula of t.",
            List.of(LOG_SNR),
            values -> new FormulaSchedule(values.get(LOG_SNR)));

    private static final int CHECKED = 2001;

    public FormulaSchedule {
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CHECKED; i++) {
            double t = i / (CHECKED - 1.0);
            var here = formula.at(t);
            if (!Double.isFinite(here.value()) || !Double.isFinite(here.slope())) {
                throw BadInputException.of("process.formula", "core.formula-schedule.not-finite", t);
            }
            if (!(Math.abs(here.value()) <= LARGEST)) {
                throw BadInputException.of(
                        "process.formula", "core.formula-schedule.too-far", shown(here.value()), t, LARGEST);
            }
            if (!(here.slope() < 0) || !(here.value() < before)) {
                throw BadInputException.of("process.formula", "core.formula-schedule.not-falling", t);
            }
            before = here.value();
        }
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    @Override
    public double logSnr(double t) {
        return formula.at(t).value();
    }

    @Override
    public double logSnrSlope(double t) {
        return formula.at(t).slope();
    }
}
