package scorescope.plot.study.noising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.figure.PlanePanel;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.Drawn;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;

final class FilmStripTest {
    private static final Session SESSION = SessionDefaults.opening();

    @Test
    void everyPictureIsTheOneThatTheStageWouldShowAtItsLevel() {
        var strip = new FilmStrip(Parameters.NONE);
        var inputs = StudyInputs.of(SESSION);
        var figure = new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(strip.at(inputs, 0), 480);
        var levels = strip.levels(inputs);
        assertEquals(levels.size(), figure.panels().size());
        for (int i = 0; i < levels.size(); i++) {
            var panel = (PlanePanel) figure.panels().get(i);
            var single = new PanelContent(ShownLayers.of(SESSION.view()), Style.PAPER);
            single.compute(inputs.scene(Source.ANALYTIC, levels.get(i)), panel.viewport());
            var expected = new RecordingPainter();
            single.draw(expected, panel.viewport(), Palette.LIGHT);
            var drawn = new RecordingPainter();
            panel.content().draw(drawn, panel.viewport(), Palette.LIGHT);
            assertEquals(Drawn.of(expected), Drawn.of(drawn), "level " + levels.get(i));
        }
    }

    /** Wider pictures show more of the plane at the same scale. */
    @ParameterizedTest
    @ValueSource(longs = {5, 7, 8})
    void theLastLineFillsItsWidthOnTheSameScale(long count) {
        var strip = new FilmStrip(Parameters.NONE.with(FilmStrip.COUNT, count));
        var layout = new FigureLayout(Palette.LIGHT, Style.SCREEN);
        var panels =
                layout.onScreen(strip.at(StudyInputs.of(SESSION), 0), 930, 600).panels();
        double right = panels.stream()
                .mapToDouble(panel -> panel.place().right())
                .max()
                .orElseThrow();
        assertEquals(right, panels.getLast().place().right(), 2);
        var first = ((PlanePanel) panels.getFirst()).viewport();
        var last = ((PlanePanel) panels.getLast()).viewport();
        assertEquals(first.scale(), last.scale(), 0.01 * first.scale());
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0", "0.3, 1", "0.8, 2", "2, 3", "900, 4"})
    void theNearestLevelGivesWayToTheNoiseBar(double sigma, int place) {
        var session = SESSION.withNoise(new NoiseSpec.Sigma(sigma));
        var levels = new FilmStrip(Parameters.NONE).levels(StudyInputs.of(session));
        assertEquals(NoiseLevel.plain(sigma), levels.get(place));
    }

    @Test
    void underAProcessLevelsAreItsTimes() {
        var session = SESSION.withNoise(new NoiseSpec.Time(0.5));
        var inputs = StudyInputs.of(session);
        var levels = new FilmStrip(Parameters.NONE).levels(inputs);
        for (int i = 1; i < levels.size(); i++) {
            assertEquals(inputs.process().at(levels.get(i).t()), levels.get(i));
            assertTrue(levels.get(i).t() > levels.get(i - 1).t());
        }
    }

    @Test
    void sharedScalesDrawTheNoisierPictureFainter() {
        var values = Parameters.NONE.with(FilmStrip.SCALES, "shared");
        var session =
                SESSION.withView(SESSION.view().withLayers(List.of("density")).withColorMap("viridis"));
        var scene = new FilmStrip(values).at(StudyInputs.of(session), 0);
        var figure = new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, 480);
        assertTrue(
                strongest(figure.panels().getLast()) > strongest(figure.panels().getFirst()) + 50);
    }

    /** 255 minus the largest green value of the density; viridis becomes brighter with p. */
    private static int strongest(scorescope.plot.figure.Panel panel) {
        var pixels = new int[] {255};
        var painter = new RecordingPainter() {
            @Override
            public void image(int[] argb, int columns, int rows, double x, double y, double width, double height) {
                for (int i = 0; i < columns * rows; i++) {
                    pixels[0] = Math.min(pixels[0], 255 - (argb[i] >> 8 & 255));
                }
            }
        };
        panel.draw(painter, Palette.LIGHT, Style.PAPER);
        return pixels[0];
    }
}
