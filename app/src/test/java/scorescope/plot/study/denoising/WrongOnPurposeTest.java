package scorescope.plot.study.denoising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.wrong.Mistake;
import scorescope.plot.figure.TablePart;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;

class WrongOnPurposeTest {
    private static final int RED = 0xffc0241c;

    private static Session session(String formula) {
        return SessionJson.read(
                "{\"scorescope\": 1, \"noise\": {\"sigma\": 0.7}, \"view\": {\"study\": \"wrong-on-purpose\", "
                        + "\"studies\": {\"wrong-on-purpose\": {\"formula\": \"" + formula + "\"}}}}",
                Path.of(""));
    }

    static List<String> formulas() {
        return Mistake.ALL.stream().map(Mistake::id).toList();
    }

    /** The wrong picture is labelled in red and differs from the correct one, which is not red. */
    @ParameterizedTest
    @MethodSource("formulas")
    void wrongIsRedAndNotRight(String formula) {
        var painter = new RecordingPainter();
        Pictures.of(session(formula), Findings.NONE).draw(painter);
        assertTrue(painter.texts.contains("WRONG"), painter.texts.toString());
        assertTrue(painter.calls.stream().anyMatch(call -> call.color().argb() == RED), "nothing is red");
        var reds = painter.calls.stream()
                .filter(call -> call.color().argb() == RED)
                .toList();
        double middle = painter.calls.stream()
                .flatMapToDouble(call -> Arrays.stream(call.x()))
                .average()
                .orElseThrow();
        assertTrue(
                reds.stream()
                        .filter(call -> call.x().length > 20)
                        .allMatch(call -> Arrays.stream(call.x()).average().orElseThrow() > 0.8 * middle),
                "red arrows stand on the right one's side");
        if (!formula.equals("clamped")) { // At the probe the density is above the clamp.
            var inputs = StudyInputs.of(session(formula));
            var scene = StudyCatalog.create(StudyInputs.chosen(inputs.session()).orElseThrow())
                    .at(inputs, 0);
            var rows = ((TablePart) scene.rows().getLast().parts().getFirst())
                    .table()
                    .rows();
            assertNotEquals(rows.get(0).subList(1, 3), rows.get(1).subList(1, 3));
        }
    }

    /** (x + σ²s)/α and x + σ²s/α differ by x(1/α − 1). */
    @Test
    void theHalfDividedPointIsOffByItsOwnShare() {
        var inputs = StudyInputs.of(session("denoised"));
        var scene = StudyCatalog.create(StudyInputs.chosen(inputs.session()).orElseThrow())
                .at(inputs, 0);
        var rows =
                ((TablePart) scene.rows().getLast().parts().getFirst()).table().rows();
        double alpha = 1 / Math.hypot(1, 0.7);
        double right = Double.parseDouble(rows.get(0).get(1).replace('−', '-'));
        double wrong = Double.parseDouble(rows.get(1).get(1).replace('−', '-'));
        assertEquals(1 / alpha - 1, right - wrong, 2e-3);
    }

    /** Correct arrows of denoised points point to the data: they end closer to the centre of the arrows than they begin. */
    @Test
    void rightArrowsLeadInwards() {
        var painter = new RecordingPainter();
        Pictures.of(session("denoised"), Findings.NONE).draw(painter);
        var arrows = painter.of("segments").stream()
                .filter(call -> call.x().length > 20 && call.color().argb() != RED)
                .findFirst()
                .orElseThrow();
        double middleX = Arrays.stream(arrows.x()).average().orElseThrow();
        double middleY = Arrays.stream(arrows.y()).average().orElseThrow();
        long outwards = IntStream.range(0, arrows.x().length / 2)
                .filter(k -> Math.hypot(arrows.x()[2 * k] - middleX, arrows.y()[2 * k] - middleY)
                        < Math.hypot(arrows.x()[2 * k + 1] - middleX, arrows.y()[2 * k + 1] - middleY))
                .count();
        assertTrue(outwards < 0.2 * arrows.x().length / 2, outwards + " of " + arrows.x().length / 2);
    }

    @Test
    void withoutNoiseNothingIsWrong() {
        var session = session("denoised");
        var clean = session.withNoise(new scorescope.session.NoiseSpec.Sigma(0));
        assertThrows(
                BadInputException.class, () -> Pictures.of(clean, Findings.NONE).draw(new RecordingPainter()));
    }
}
