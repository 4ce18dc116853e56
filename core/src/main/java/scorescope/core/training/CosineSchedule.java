package scorescope.core.training;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * η(u) = η_end + ½(η₀ − η_end)(1 + cos πu) with η_end = min(1e-5, η₀).
 *
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter 2017</a>
 */
record CosineSchedule() implements LearningRate.Schedule {
    static final Kind<LearningRate.Schedule> KIND = new Kind<>(
            "cosine",
            "Cosine",
            "The learning rate falls along half a cosine to 1e-5 at the end of the run.",
            List.of(),
            values -> new CosineSchedule());

    private static final double END = 1e-5;

    @Override
    public double rate(double initial, double fraction) {
        double end = Math.min(END, initial);
        return end + (initial - end) * 0.5 * (1 + Math.cos(Math.PI * fraction));
    }
}
