package scorescope.plot.study.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import scorescope.core.score.ScoreField;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.Marks;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Palette;
import scorescope.plot.study.learning.TrainingStep.Sample;
import scorescope.plot.study.learning.TrainingStep.ShownSample;
import scorescope.session.View;
import scorescope.words.Words;

/**
 * A training step to its update: its numbers line by line, and how the answers move.
 *
 * @param shown the samples with the answers of the score shown
 * @param phase from 0
 * @param update what the step does to a network; empty before that phase
 */
record UpdatePicture(List<ShownSample> shown, List<Sample> samples, int phase, Optional<TrainingUpdate> update) {
    /** Length of the longest move of an answer as it is drawn, as a share of the view's width. */
    private static final double LONGEST_MOVE = 0.1;

    /** The batch in numbers, line by line as they become known; the line of the phase is lit. */
    Table batch() {
        double noise = Arrays.stream(TrainingStep.all(shown, s -> Math.hypot(s.x() - s.cleanX(), s.y() - s.cleanY())))
                .average()
                .orElse(0);
        double loss = Arrays.stream(TrainingStep.all(shown, ShownSample::loss))
                .average()
                .orElse(0);
        return table(
                List.of(
                        line("clean", true, shown.size()),
                        line("noise", phase >= 1, noise),
                        line("target", phase >= TrainingStep.TARGETS, noise),
                        line("loss", phase >= TrainingStep.ANSWERS, loss)),
                phase <= TrainingStep.ANSWERS ? phase : -1);
    }

    /** The update in numbers, once it is known. */
    Table change() {
        return table(
                List.of(
                        known("own-loss", one -> loss(samples, one.before())),
                        known("gradient", TrainingUpdate::gradientNorm),
                        known("rate", TrainingUpdate::rate),
                        known("moved", TrainingUpdate::moved),
                        known("loss-after", one -> loss(samples, one.after()))),
                -1);
    }

    private static Table table(List<List<String>> rows, int lit) {
        return new Table(List.of(Words.text("study.sampling-step.line"), ""), rows, lit);
    }

    private List<String> known(String key, ToDoubleFunction<TrainingUpdate> number) {
        return line(key, update.isPresent(), update.map(number::applyAsDouble).orElse(0.0));
    }

    private static List<String> line(String key, boolean known, double value) {
        return List.of(Words.text("study.training-step.line." + key), known ? Numbers.significant(value, 5) : "");
    }

    /** The mean loss of samples under a score, ½‖σs + ε‖². */
    static double loss(List<Sample> samples, ScoreField score) {
        return answered(samples, score).stream()
                .mapToDouble(ShownSample::loss)
                .average()
                .orElse(Double.NaN);
    }

    private static List<ShownSample> answered(List<Sample> samples, ScoreField score) {
        return samples.stream()
                .map(sample -> TrainingStep.sample(sample.batch(), sample.j(), score))
                .toList();
    }

    /** How the step moves the network's answers, lengthened so that it can be seen. */
    List<Marks> marks(View view, TrainingUpdate step) {
        var before = answered(samples, step.before());
        var after = answered(samples, step.after());
        double[] x = TrainingStep.all(before, ShownSample::answerX);
        double[] y = TrainingStep.all(before, ShownSample::answerY);
        double[] endX = TrainingStep.all(after, ShownSample::answerX);
        double[] endY = TrainingStep.all(after, ShownSample::answerY);
        double longest = 1e-300;
        for (int i = 0; i < x.length; i++) {
            longest = Math.max(longest, Math.hypot(endX[i] - x[i], endY[i] - y[i]));
        }
        double factor = Math.max(1, LONGEST_MOVE * (view.x1() - view.x0()) / longest);
        for (int i = 0; i < x.length; i++) {
            endX[i] = x[i] + factor * (endX[i] - x[i]);
            endY[i] = y[i] + factor * (endY[i] - y[i]);
        }
        return List.of(
                new Marks.Displacements(
                        Words.text("study.training-step.own-answer"),
                        TrainingStep.all(before, ShownSample::x),
                        TrainingStep.all(before, ShownSample::y),
                        x,
                        y,
                        palette -> palette.learned().fade(0.35)),
                new Marks.Displacements(
                        factor == 1
                                ? Words.text("study.training-step.moves-true")
                                : Words.text("study.training-step.moves", Numbers.significant(factor, 2)),
                        x,
                        y,
                        endX,
                        endY,
                        Palette::learned),
                new Marks.Points(
                        Words.text("study.training-step.clean-point-alpha-x0"),
                        TrainingStep.all(before, ShownSample::cleanX),
                        TrainingStep.all(before, ShownSample::cleanY),
                        Palette::clean,
                        Marks.Shape.DISC,
                        1.6));
    }
}
