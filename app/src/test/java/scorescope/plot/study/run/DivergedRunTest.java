package scorescope.plot.study.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.GaussianStart;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.SamplerSpec;
import scorescope.session.SessionDefaults;

/** Studies of a sampler whose step is far too long. */
final class DivergedRunTest {
    /** For positions that are not finite the advice is shown instead of measurements. */
    @ParameterizedTest
    @ValueSource(strings = {"sampling", "two-starts", "coarse-to-fine"})
    void adviceStandsWhereNothingCanBeMeasured(String name) {
        var method = new Choice("langevin", new Parameters(Map.of("stepSize", 10.0, "steps", 300L)));
        var session = SessionDefaults.opening().withSampler(new SamplerSpec(method, 50, 7, new GaussianStart(0, 0, 3)));
        var scene = StudyCatalog.create(Choice.of(name)).at(StudyInputs.of(session), 1);
        var painter = new RecordingPainter();
        new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, 500).draw(painter);
        var said = String.join(" ", painter.texts);
        assertTrue(said.contains("no longer finite"), said);
        assertFalse(said.contains("NaN") || said.contains("independent samples"), said);
    }
}
