package scorescope.plot.study.run;

import java.util.List;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/** A chain of noising steps x_{i−1} → x_i: the noise level after each step, 0 being the clean data. */
public sealed interface NoisingChain {
    /** DDPM's process with its default parameters. */
    DiscreteDdpm STANDARD = new DiscreteDdpm(
            Math.toIntExact(DiscreteDdpm.STEPS.standard()),
            DiscreteDdpm.BETA_START.standard(),
            DiscreteDdpm.BETA_END.standard(),
            DiscreteDdpm.Variance.BETA);

    /** The chains of DDPM, with the session's process if it is one, and of NCSN, with the session's training levels. */
    static List<NoisingChain> of(StudyInputs inputs) {
        var levels = inputs.session().training().levels();
        return List.of(
                new Ddpm(inputs.process() instanceof DiscreteDdpm own ? own : STANDARD),
                new Ncsn(levels.count(), levels.min(), levels.max()));
    }

    int steps();

    NoiseLevel level(int step);

    /** A text with the step's parameter, such as "DDPM step 3: β = 0.0002"; empty for step 0. */
    String says(int step);

    /** The factor α_i/α_{i−1} on x_{i−1}: √(1 − β) of DDPM, 1 of NCSN. */
    default double keep(int step) {
        return level(step).alpha() / level(step - 1).alpha();
    }

    /** The standard deviation √(σ_i² − keep² σ_{i−1}²) of the noise added: √β of DDPM, √Δσ² of NCSN. */
    default double added(int step) {
        double before = level(step - 1).sigma();
        double after = level(step).sigma();
        double keep = keep(step);
        return Math.sqrt(Math.max(0, after * after - keep * keep * before * before));
    }

    /** √(1 − β_i) x_{i−1} + √β_i z. */
    record Ddpm(DiscreteDdpm process) implements NoisingChain {
        @Override
        public int steps() {
            return process.steps();
        }

        @Override
        public NoiseLevel level(int step) {
            double alphaBar = process.alphaBar(step);
            return new NoiseLevel(Double.NaN, Math.sqrt(alphaBar), Math.sqrt(Math.max(0, 1 - alphaBar)));
        }

        @Override
        public String says(int step) {
            return step == 0
                    ? ""
                    : Words.text("study.chains.ddpm-step-beta", step, Numbers.significant(process.beta(step), 3));
        }
    }

    /** x_{i−1} + √(σ_i² − σ_{i−1}²) z, σ_i from {@code min} to {@code max} in equal ratios. */
    record Ncsn(int count, double min, double max) implements NoisingChain {
        @Override
        public int steps() {
            return count;
        }

        @Override
        public NoiseLevel level(int step) {
            double share = count == 1 ? 0 : (step - 1) / (count - 1.0);
            return NoiseLevel.plain(step == 0 ? 0 : min * Math.pow(max / min, share));
        }

        @Override
        public String says(int step) {
            double before = step == 0 ? 0 : level(step - 1).sigma();
            double now = level(step).sigma();
            return step == 0
                    ? ""
                    : Words.text(
                            "study.chains.ncsn-step-delta-sigma-squared",
                            step,
                            Numbers.significant(now * now - before * before, 3));
        }
    }
}
