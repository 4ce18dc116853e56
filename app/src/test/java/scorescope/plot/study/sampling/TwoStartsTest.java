package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.SessionDefaults;

class TwoStartsTest {
    private static StudyScene scene(String color, double moment) {
        var study = StudyCatalog.create(new Choice("two-starts", new Parameters(Map.of("color", color))));
        return study.at(StudyInputs.of(SessionDefaults.opening()), moment);
    }

    private static List<Part> parts(StudyScene scene) {
        return scene.rows().stream().flatMap(row -> row.parts().stream()).toList();
    }

    private static Chart chart(StudyScene scene, String title) {
        return parts(scene).stream()
                .filter(part ->
                        part instanceof ChartPart && part.caption().title().equals(title))
                .map(part -> ((ChartPart) part).chart())
                .findFirst()
                .orElseThrow();
    }

    private static RecordingPainter drawn(StudyScene scene, double width, double height) {
        var painter = new RecordingPainter();
        new FigureLayout(Palette.LIGHT, Style.SCREEN)
                .onScreen(scene, width, height)
                .draw(painter);
        return painter;
    }

    /** Both begin far from the exact distribution and from each other, and end as close as exact samples. */
    @Test
    void bothCloudsEndInTheSameDistribution() {
        var curves = chart(scene("start", 1), "Distance").curves();
        for (int k = 0; k < 3; k++) {
            double[] far = curves.get(k).y();
            assertTrue(far[0] > 20, curves.get(k).name() + " begins " + far[0]);
            assertTrue(far[far.length - 1] < 4, curves.get(k).name() + " ends " + far[far.length - 1]);
        }
        assertEquals(1, curves.get(3).y()[0]);
    }

    /** At the beginning the shares of modes of both clouds differ; at the end both have the exact shares. */
    @Test
    void bothCloudsEndInTheSameModes() {
        var initial = chart(scene("mode", 0), "Share at each mode").curves();
        var ended = chart(scene("mode", 1), "Share at each mode").curves();
        double apartAtFirst = 0;
        for (int mode = 0; mode < 3; mode++) {
            apartAtFirst += Math.abs(initial.get(1).y()[mode] - initial.get(2).y()[mode]) / 2;
            for (int cloud = 1; cloud <= 2; cloud++) {
                assertEquals(ended.get(0).y()[mode], ended.get(cloud).y()[mode], 0.1, "mode " + mode);
            }
        }
        assertTrue(apartAtFirst > 0.9, "apart by " + apartAtFirst);
        for (var curve : ended) {
            assertEquals(
                    1,
                    IntStream.range(0, 3).mapToDouble(mode -> curve.y()[mode]).sum(),
                    1e-9);
        }
    }

    /** One picture per start, with its particles in the colours of the modes. */
    @Test
    void coloursByModeShowEachStartInItsOwnPicture() {
        var scene = scene("mode", 1);
        assertEquals(
                List.of("From the first start", "From the second start"),
                parts(scene).stream()
                        .filter(PlanePart.class::isInstance)
                        .map(part -> part.caption().title())
                        .toList());
        var clouds = drawn(scene, 680, 510).of("discs").stream()
                .filter(call -> call.x().length > 20)
                .toList();
        var colors = new HashSet<Integer>();
        clouds.forEach(call -> colors.add(call.color().argb() & 0xffffff));
        var modes = new HashSet<Integer>();
        IntStream.range(0, 3)
                .forEach(k -> modes.add(ThemeColor.category(k).on(Palette.LIGHT).argb() & 0xffffff));
        assertEquals(modes, colors);
        int particles = clouds.stream().mapToInt(call -> call.x().length).sum();
        assertTrue(particles > 1550 && particles <= 1600, particles + " particles");
    }

    /** The space beside the inspector at 1024×768; the recording painter's letters are wider than the real ones. */
    @ParameterizedTest
    @ValueSource(strings = {"start", "mode"})
    void chartsSayWhatTheyMeasureOnAProjector(String color) {
        var said = String.join(" ", drawn(scene(color, 0.5), 680, 510).texts);
        assertTrue(said.contains("Distance") && said.contains("/ floor"), said);
    }
}
