package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Shown;

/** Swatches in captions and legends have the colours of the drawing, for every colour map and in both themes. */
final class SwatchColorsTest {
    static Stream<List<Object>> pictures() {
        var backgrounds = Stream.concat(
                ColorMapCatalog.names().stream().map(map -> List.of("density", map)),
                Stream.of(
                        List.of("divergence", "viridis"),
                        List.of("energy", "viridis"),
                        List.of("contours", "viridis")));
        return backgrounds.flatMap(background -> Stream.of(Palette.LIGHT, Palette.DARK)
                .flatMap(palette -> Stream.of(Shown.ANALYTIC, Shown.LEARNED, Shown.DIFFERENCE, Shown.OVERLAY)
                        .map(shown -> List.<Object>of(background.get(0), background.get(1), palette, shown))));
    }

    /** Colours of strokes without opacity, in a range of heights. */
    private static Set<Integer> strokes(RecordingPainter painter, double from, double to) {
        return painter.calls.stream()
                .filter(call -> Set.of("segments", "polyline", "triangles").contains(call.kind()))
                .filter(call -> call.y().length > 0 && call.y()[0] > from && call.y()[0] < to)
                .map(call -> call.color().argb() & 0xffffff)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void captionsHaveTheArrowsOfTheDrawing(List<Object> picture) {
        var palette = (Palette) picture.get(2);
        var session = Examples.session((String) picture.get(1), "85mm", Source.ANALYTIC);
        var view = session.view()
                .withLayers(List.of((String) picture.get(0), "quiver"))
                .withShown(java.util.Optional.of((Shown) picture.get(3)));
        var known = StudyInputs.of(
                session.withView(view), Findings.of(Examples.findings().network()));
        var inputs = new StudyInputs(known.resolved(), known.findings(), palette.dark());
        var plane = StagePlane.found(inputs, Source.of((Shown) picture.get(3))).getFirst();
        var part = new PlanePart(plane.caption(), view.box(), new ScenePlane(plane.scene(), plane.layers()));
        var figure = new FigureLayout(palette, Style.PAPER)
                .onPaper(new StudyScene("", List.of(new Row(List.of(part), false)), List.of()), 240);
        var painter = new RecordingPainter();
        figure.panels().getFirst().draw(painter, palette, Style.PAPER);
        var place = figure.panels().getFirst().place();
        var above = strokes(painter, 0, place.top() - 1);
        var inside = strokes(painter, place.top() + 1, place.bottom() - 1);
        assertFalse(above.isEmpty());
        assertTrue(inside.containsAll(above), hex(above) + " above, " + hex(inside) + " inside");
    }

    private static String hex(Set<Integer> colors) {
        return colors.stream().map(Integer::toHexString).sorted().toList().toString();
    }

    static List<String> lines() {
        return LayerCatalog.CATALOG.kinds().stream()
                .filter(kind -> LayerKind.of(kind).group() != LayerKind.Group.BACKGROUND)
                .map(kind -> kind.id())
                .toList();
    }

    /** The colours of a layer's swatches occur in its drawing, over a dark map on a light page. */
    @ParameterizedTest
    @MethodSource("lines")
    void legendsHaveTheColoursOfTheDrawing(String layer) {
        var session = Examples.session("viridis", "85mm", Source.ANALYTIC);
        session = session.withView(session.view().withLayers(List.of("density", layer)));
        var figure = Pictures.of(session, Examples.findings());
        var drawing = new RecordingPainter();
        figure.panels().getFirst().draw(drawing, Palette.LIGHT, Style.PAPER);
        var own = drawing.calls.stream()
                .map(call -> call.color().argb() & 0xffffff)
                .collect(Collectors.toSet());
        for (var entry : figure.legend().entries()) {
            var sample = new RecordingPainter();
            entry.sample().draw(sample, 0, 0, Palette.LIGHT, Style.PAPER);
            var used = sample.calls.stream()
                    .filter(call -> !call.kind().equals("rectangle"))
                    .map(call -> call.color().argb() & 0xffffff)
                    .collect(Collectors.toSet());
            assertTrue(own.containsAll(used), entry.text() + " " + hex(used) + " of " + hex(own));
        }
    }
}
