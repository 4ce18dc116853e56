package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.ScoreField;
import scorescope.plot.Chart;
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
            assertEquals(240, curve.x()[Racing.LAPS]);
            // One noise level alone says nothing of the others.
            if (!curve.name().equals("one σ") && !curve.name().equals("λ = 1")) {
                assertTrue(curve.y()[Racing.LAPS] < curve.y()[0], curve.name());
            }
        }
    }

    @Test
    void theExactScoreHasNoErrorAndAnotherHas() {
        ScoreField exact = inputs.exact();
        ScoreField zero = (x, y, from, to, level, outX, outY) -> {
            java.util.Arrays.fill(outX, from, to, 0);
            java.util.Arrays.fill(outY, from, to, 0);
        };
        assertEquals(List.of(0.0, 0.0), errors(exact));
        assertEquals(1, errors(zero).getLast(), 1e-12);
    }

    /** Fisher divergence and relative error at the largest level. */
    private List<Double> errors(ScoreField learned) {
        var given = new StudyInputs(inputs.resolved(), Optional.of(learned), false);
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
        var answered = study.at(inputs, 3.0 / 39);
        var chart = ((ChartPart) answered.rows().getFirst().parts().getLast()).chart();
        double mean =
                java.util.Arrays.stream(chart.curves().getFirst().y()).average().orElseThrow();
        // ½E‖σs + ε‖² lies between 0 and ½E‖ε‖² = 1.
        assertTrue(mean > 0.1 && mean < 1, "mean loss " + mean);
        var before = study.at(inputs, 2.0 / 39);
        var unanswered = ((ChartPart) before.rows().getFirst().parts().getLast()).chart();
        assertTrue(Double.isNaN(unanswered.curves().getFirst().y()[0]));
    }
}
