package scorescope.ui.noise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.plot.guide.Numbers;
import scorescope.plot.guide.Ticks;
import scorescope.session.NoiseSpec;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * Position of a noise level on the bar, from 0 at the left (clean) to 1: plain noise by log σ, a process by its time.
 * Pure functions.
 */
public sealed interface NoiseScale {
    /** The symbol of what is set: σ or t. */
    String symbol();

    double position(double value);

    double value(double position);

    /** The value that the session says, or the highest if it says it in other terms. */
    double valueOf(NoiseSpec spec);

    /** The value of a level, whichever way it is given. */
    double valueOf(NoiseLevel level);

    NoiseSpec spec(double value);

    NoiseLevel level(double value);

    double lowest();

    double highest();

    /** Round values to write below the bar, at most {@code room} of them. */
    List<Double> ticks(int room);

    /** The scale that fits how the session gives its noise. */
    static NoiseScale of(NoiseSpec spec, NoiseProcess process) {
        return switch (spec) {
            case NoiseSpec.Sigma(double sigma) -> new Sigma(0.01, Math.max(10, sigma));
            case NoiseSpec.Time _ -> new Time(process);
        };
    }

    /** The scale of the level looked at: that of a run along a process counts the process's time where it fades the signal. */
    static NoiseScale of(WindowModel model) {
        var level = model.level();
        return model.follows() && level.alpha() != 1 && !Double.isNaN(level.t())
                ? new Time(model.process())
                : of(model.session().noise(), model.process());
    }

    /** The value {@code notches} notches higher on the bar (48 from end to end), or fine notches (480). */
    default double stepped(double from, int notches, boolean fine) {
        return value(position(from) + notches / (fine ? 480.0 : 48.0));
    }

    /**
     * Reads a typed value.
     *
     * @throws BadInputException if it is not a number the session could hold
     */
    default double parse(String typed) {
        double value;
        try {
            value = Double.parseDouble(typed.strip().replace('\u2212', '-').replace(',', '.'));
        } catch (NumberFormatException _) {
            throw new BadInputException(
                    "noise",
                    Words.text("ui.noise-scale.not-number", typed),
                    Words.text("ui.noise-scale.write-such-0-5"));
        }
        return checked(value);
    }

    /** @throws BadInputException if {@code value} is no noise level */
    double checked(double value);

    /** As written under the bar: no more digits than the number has. */
    static String tick(double value) {
        return Ticks.label(new BigDecimal(value).round(new MathContext(6)));
    }

    /**
     * As written in read-outs: two digits after the point, more where the value is small, powers of ten where it is very
     * small or large.
     */
    static String written(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 0.001 || size >= 1e5)) {
            return Numbers.significant(value, 4);
        }
        int digits = size >= 0.1 || size == 0 ? 2 : size >= 0.01 ? 3 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '\u2212');
    }

    /** σ of plain noise, α = 1, on a logarithmic scale. */
    record Sigma(double lowest, double highest) implements NoiseScale {
        @Override
        public String symbol() {
            return Words.text("notation.sigma");
        }

        private LogAxis axis() {
            return new LogAxis(lowest, highest);
        }

        @Override
        public double position(double sigma) {
            return axis().position(sigma);
        }

        @Override
        public double value(double position) {
            return axis().value(position);
        }

        @Override
        public double valueOf(NoiseSpec spec) {
            return spec instanceof NoiseSpec.Sigma(double sigma) ? sigma : highest;
        }

        @Override
        public double valueOf(NoiseLevel level) {
            return level.ratio();
        }

        @Override
        public double checked(double sigma) {
            if (!(sigma >= 0) || !Double.isFinite(sigma)) {
                throw new BadInputException(
                        "noise.sigma",
                        Words.text("ui.noise-scale.not-noise-level", sigma),
                        Words.text("ui.noise-scale.use-0-more"));
            }
            return sigma;
        }

        @Override
        public NoiseSpec spec(double sigma) {
            return new NoiseSpec.Sigma(sigma);
        }

        @Override
        public NoiseLevel level(double sigma) {
            return NoiseLevel.plain(sigma);
        }

        @Override
        public List<Double> ticks(int room) {
            return axis().ticks(room);
        }
    }

    /** Time t of a process, linear, or logarithmic where the process counts time in ratios. */
    record Time(NoiseProcess process) implements NoiseScale {
        private LogAxis axis() {
            return new LogAxis(lowest(), highest());
        }

        @Override
        public String symbol() {
            return "t";
        }

        @Override
        public double lowest() {
            return process.tMin();
        }

        @Override
        public double highest() {
            return process.tMax();
        }

        @Override
        public double position(double t) {
            return process.geometricTime()
                    ? axis().position(t)
                    : Math.clamp((t - lowest()) / (highest() - lowest()), 0, 1);
        }

        @Override
        public double value(double position) {
            if (process.geometricTime()) {
                return axis().value(position);
            }
            double at = Math.clamp(position, 0, 1);
            return at == 1 ? highest() : lowest() + at * (highest() - lowest());
        }

        @Override
        public double valueOf(NoiseSpec spec) {
            return spec instanceof NoiseSpec.Time(double t) ? t : highest();
        }

        @Override
        public double valueOf(NoiseLevel level) {
            return level.t();
        }

        @Override
        public double checked(double t) {
            if (!(t >= lowest()) || !(t <= highest())) {
                throw new BadInputException(
                        "noise.t",
                        Words.text("ui.noise-scale.not-time-this-process", t),
                        Words.text("ui.noise-scale.use-from-to", lowest(), highest()));
            }
            return t;
        }

        @Override
        public NoiseSpec spec(double t) {
            return new NoiseSpec.Time(t);
        }

        @Override
        public NoiseLevel level(double t) {
            return process.at(t);
        }

        @Override
        public List<Double> ticks(int room) {
            if (process.geometricTime()) {
                return axis().ticks(room);
            }
            double span = highest() - lowest();
            double decade = Math.pow(10, Math.floor(Math.log10(span)) - 1);
            double step = decade;
            for (int factor : new int[] {1, 2, 5, 10, 20, 50}) {
                step = decade * factor;
                if (span / step + 1 <= room) {
                    break;
                }
            }
            var ticks = new ArrayList<Double>();
            // 0 and 1 are worth a tick where the process ends a thousandth before them.
            double slack = 0.002 * span;
            for (long k = (long) Math.ceil((lowest() - slack) / step); k * step <= highest() + slack; k++) {
                ticks.add(k * step);
            }
            return List.copyOf(ticks);
        }
    }
}
