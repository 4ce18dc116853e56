package scorescope.plot.study.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.ScoreField;
import scorescope.core.training.DrawnBatch;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingTask;
import scorescope.plot.chart.Chart;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.run.TrainingIntervals;
import scorescope.session.SessionDefaults;

class TrainingStudiesTest {
    private final StudyInputs inputs = StudyInputs.of(SessionDefaults.opening());

    @ParameterizedTest
    @ValueSource(strings = {"predictions", "weighting", "objectives", "levels", "output"})
    void everyRunOfARaceComesNearerToTheExactScore(String race) {
        var values = Parameters.NONE.with(Race.RACE, race).with(Race.STEPS, 240).with(Race.WIDTH, 16);
        var scene = new Race(values).at(inputs, 1);
        var curves = chart(scene).curves();
        assertTrue(curves.size() >= 2);
        for (var curve : curves) {
            assertEquals(240, curve.x()[TrainingIntervals.COUNT]);
            // An objective of a single noise level does not learn the others.
            if (!curve.name().equals("one σ") && !curve.name().equals("λ = 1")) {
                assertTrue(curve.y()[TrainingIntervals.COUNT] < curve.y()[0], curve.name());
            }
        }
    }

    @Test
    void theExactScoreHasNoErrorAndAnotherHas() {
        ScoreField exact = inputs.exact();
        ScoreField zero = (x, y, from, to, level, outX, outY) -> {
            Arrays.fill(outX, from, to, 0);
            Arrays.fill(outY, from, to, 0);
        };
        assertEquals(List.of(0.0, 0.0), errors(exact));
        assertEquals(1, errors(zero).getLast(), 1e-12);
    }

    /** Fisher divergence and relative error at the largest level. */
    private List<Double> errors(ScoreField learned) {
        var given = new StudyInputs(inputs.resolved(), Findings.of(Optional.of(learned)), false);
        return chart(new ScoreErrors().at(given, 0)).curves().stream()
                .map(curve -> curve.y()[curve.y().length - 1])
                .toList();
    }

    private static Chart chart(StudyScene scene) {
        return ((ChartPart) scene.rows().getLast().parts().getFirst()).chart();
    }

    @Test
    void theExactScoresAnswersAreNoBetterThanTheNoiseAllowsAndNoWorse() {
        var study = new TrainingStep(Parameters.NONE.with(TrainingStep.SAMPLES, 200));
        var answered = study.at(inputs, 3.0 / 49);
        var chart = ((ChartPart) answered.rows().getFirst().parts().getLast()).chart();
        double mean = Arrays.stream(chart.curves().getFirst().y()).average().orElseThrow();
        // ½E‖σs + ε‖² lies between 0 and ½E‖ε‖² = 1.
        assertTrue(mean > 0.1 && mean < 1, "mean loss " + mean);
        var before = study.at(inputs, 2.0 / 49);
        var unanswered = ((ChartPart) before.rows().getFirst().parts().getLast()).chart();
        assertTrue(Double.isNaN(unanswered.curves().getFirst().y()[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit", "denoising"})
    void threeLossesFallWhileTheirGapsStay(String objective) {
        var values = Parameters.NONE
                .with(ThreeLosses.OBJECTIVE, objective)
                .with(ThreeLosses.STEPS, 160)
                .with(ThreeLosses.WIDTH, 16);
        var scene = new ThreeLosses(values).at(inputs, 1);
        var losses = ((ChartPart) scene.rows().getFirst().parts().getLast()).chart();
        assertEquals(3, losses.curves().size());
        for (var curve : losses.curves()) {
            assertTrue(curve.y()[curve.y().length - 1] < curve.y()[0] - 0.05, curve.name());
        }
        var gaps = chart(scene).curves();
        for (int k = 0; k < gaps.size(); k += 2) {
            double expected = gaps.get(k).y()[0];
            var measured = gaps.get(k + 1);
            for (int interval = 0; interval < measured.y().length; interval++) {
                // Bars are two standard errors; five standard errors are exceeded with probability 6e-7.
                assertEquals(expected, measured.y()[interval], 2.5 * measured.error()[interval], measured.name());
            }
        }
    }

    /**
     * By plain gradient descent over a whole batch the weights move by rate times gradient, and the loss falls by rate times its
     * square, to first order.
     */
    @Test
    void theUpdateIsTheStepThatGradientDescentTakes() {
        var training = inputs.session().training();
        var task = new TrainingTask(
                new TrainingSettings(
                        training.scalars()
                                .with(TrainingParameters.OPTIMIZER, "sgd")
                                .with(TrainingParameters.LEARNING_RATE, 1e-5)
                                .with(TrainingParameters.CLIP_NORM, 1e6)
                                .with(TrainingParameters.BATCH, 128L),
                        List.of(32, 32),
                        training.levels()),
                inputs.session().process());
        var data = TrainingData.of(inputs.exact().mixture(), task.settings());
        var course = new TrainingUpdate.Course(task, data);
        var update = course.at(1).orElseThrow();
        // The first step has no momentum.
        assertEquals(update.rate() * update.gradientNorm(), update.moved(), 1e-3 * update.moved());
        var samples = new ArrayList<TrainingStep.Sample>();
        for (var batch : DrawnBatch.of(task, data, 1)) {
            for (int j = 0; j < batch.size(); j++) {
                samples.add(new TrainingStep.Sample(batch, j));
            }
        }
        double before = UpdatePicture.loss(samples, update.before());
        double after = UpdatePicture.loss(samples, update.after());
        double expected = update.rate() * Math.pow(update.gradientNorm(), 2);
        assertEquals(expected, before - after, 0.1 * expected, "from " + before);
        assertEquals(
                after, UpdatePicture.loss(samples, course.at(2).orElseThrow().before()), 1e-12);
    }

    /** A training by contrastive divergence shows the chains of its negatives from start to end. */
    @Test
    void contrastiveDivergenceDrawsTheWaysOfItsNegatives() {
        var session = inputs.session();
        var training = session.training();
        var contrastive = StudyInputs.of(session.withTraining(new TrainingSettings(
                training.scalars().with(TrainingParameters.OBJECTIVE, "contrastive-divergence"),
                training.hidden(),
                training.levels())));
        var study = new TrainingStep(Parameters.NONE.with(TrainingStep.SAMPLES, 200));
        assertTrue(study.clock(contrastive).orElseThrow().says(2.0 / 39).contains("Langevin"));
        var scene = study.at(contrastive, 3.0 / 39);
        var parts = scene.rows().getFirst().parts();
        var unused = new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, 400);
        var words = String.join("; ", new Legend(parts.getFirst().legend()).words());
        for (String word : List.of("path of a negative, 4", "energy goes down", "energy goes up", "negative x")) {
            assertTrue(words.contains(word), words);
        }
        // Under the exact energy negatives have the distribution of the data: E(x_t) − E(x⁻) is 0 on average.
        double[] losses =
                ((ChartPart) parts.getLast()).chart().curves().getFirst().y();
        double mean = Arrays.stream(losses).average().orElseThrow();
        assertEquals(0, mean, 0.35, "mean loss");
        assertTrue(Arrays.stream(losses).anyMatch(loss -> Math.abs(loss) > 0.1));
    }

    @Test
    void theMapOverDistanceAndNoiseIsNamedByItsOwnAxes() {
        var given = new StudyInputs(inputs.resolved(), Findings.of(Optional.of(inputs.exact())), false);
        var map = (ChartPart)
                new ScoreErrors().at(given, 0).rows().getFirst().parts().getLast();
        assertTrue(map.chart().behind().isPresent());
        assertTrue(map.chart().up().logarithmic());
        assertEquals(0, map.chart().across().low());
    }
}
