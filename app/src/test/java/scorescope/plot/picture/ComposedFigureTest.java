package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.PlanePanel;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.Findings;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.FigureSpec.Share;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;

/** A composed figure states for each panel how it differs, and explains every scale once. */
final class ComposedFigureTest {
    private static Figure figure(Session session, String width, Set<Share> share, FigurePanel... panels) {
        var spec = new FigureSpec(width, List.of(panels), OptionalInt.empty(), share);
        return Pictures.of(session.withFigure(spec), Findings.NONE);
    }

    private static Session layers(String... layers) {
        return layers(SessionDefaults.opening(), layers);
    }

    private static Session layers(Session session, String... layers) {
        return session.withView(session.view().withLayers(List.of(layers)));
    }

    private static FigurePanel lettered(String letter, Patch patch) {
        return new FigurePanel(patch, Optional.empty(), Optional.of(letter));
    }

    private static Patch sigma(double sigma) {
        return Patch.of("noise.sigma", sigma);
    }

    private static RecordingPainter drawn(Figure figure) {
        var painter = new RecordingPainter();
        figure.draw(painter);
        return painter;
    }

    private static String legend(Figure figure) {
        return String.join(" | ", figure.legend().words());
    }

    private static List<PlanePanel> planes(Figure figure) {
        return figure.panels().stream().map(panel -> (PlanePanel) panel).toList();
    }

    /** Number of colour bars, by their labels. */
    private static long bars(Figure figure) {
        return drawn(figure).of("image").stream()
                .filter(image -> image.x()[1] - image.x()[0] < 10)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"60mm", "85mm", "183mm"})
    void everyPanelSaysItsOwnLevelWhereLevelsDiffer(String width) {
        var titled = new FigurePanel(sigma(2), Optional.of("Far noise"), Optional.of("d"));
        var figure = figure(
                layers("density", "quiver"),
                width,
                FigureSpec.ALL_SHARED,
                lettered("a", sigma(1.5)),
                lettered("b", Patch.of("view.layers", List.of("contours"))),
                lettered("c", sigma(0.25).and(Patch.of("view.layers", List.of("quiver")))),
                titled,
                FigurePanel.of(sigma(4).and(Patch.of("sampler.step", 3))));
        var names = List.of("a", "b", "c", "d", "panel 5");
        var levels = List.of("σ = 1.5", "σ = 0.5", "σ = 0.25", "σ = 2", "σ = 4");
        var texts = drawn(figure).texts;
        for (int i = 0; i < names.size(); i++) {
            String level = levels.get(i);
            boolean above = texts.stream().anyMatch(text -> text.equals(level) || text.startsWith(level + ","));
            assertTrue(
                    above || legend(figure).contains(names.get(i) + ": " + level),
                    names.get(i) + " in " + texts + legend(figure));
        }
    }

    @Test
    void aTitleThatSaysTheLevelIsEnough() {
        var titled = new FigurePanel(sigma(2), Optional.of("At $\\sigma = 2$"), Optional.empty());
        var figure = figure(layers("quiver"), "183mm", FigureSpec.ALL_SHARED, titled, FigurePanel.of(Patch.NONE));
        assertEquals("", planes(figure).getFirst().caption().note());
        assertEquals("σ = 0.5", planes(figure).getLast().caption().note());
    }

    @Test
    void aBarIsDrawnWhereverTheGroundStands() {
        var bare = lettered("b", Patch.of("view.layers", List.of("quiver")));
        var covered = lettered("a", Patch.NONE);
        var session = layers("density", "quiver");
        assertEquals(1, bars(figure(session, "120mm", FigureSpec.ALL_SHARED, covered, bare)));
        assertEquals(1, bars(figure(session, "120mm", FigureSpec.ALL_SHARED, bare, covered)));
        assertEquals(1, bars(figure(session, "120mm", FigureSpec.ALL_SHARED, bare, covered, covered, bare)));
        assertEquals(0, bars(figure(session, "120mm", FigureSpec.ALL_SHARED, bare, bare)));
        assertEquals(1, bars(figure(session, "120mm", FigureSpec.ALL_SHARED, lettered("a", sigma(0)), covered)));
    }

    @Test
    void scalesThatAreNotSharedHaveABarEach() {
        var session = layers("density");
        var panels = new FigurePanel[] {lettered("a", sigma(0.2)), lettered("b", sigma(1)), lettered("c", sigma(3))};
        assertEquals(3, bars(figure(session, "183mm", Set.of(), panels)));
        assertEquals(1, bars(figure(session, "183mm", Set.of(Share.COLORS), panels)));
        var other = lettered("d", Patch.of("view.layers", List.of("divergence")));
        assertEquals(2, bars(figure(session, "183mm", FigureSpec.ALL_SHARED, panels[0], other)));
        var logs = lettered("e", Patch.of("view.settings.density.scale", "log"));
        assertEquals(2, bars(figure(session, "183mm", FigureSpec.ALL_SHARED, panels[0], logs)));
    }

    /** A density and its logarithm share no scale, although they are one layer. */
    @Test
    void layersSetOtherwiseShareNoScale() {
        var session = layers("density");
        var logs = lettered("b", Patch.of("view.settings.density.scale", "log"));
        var alone = figure(session, "183mm", FigureSpec.ALL_SHARED, lettered("a", Patch.NONE));
        var beside = figure(session, "183mm", FigureSpec.ALL_SHARED, lettered("a", Patch.NONE), logs);
        assertEquals(
                alone.colorBar().orElseThrow().high(),
                planes(beside).getFirst().content().ownBar().orElseThrow().high());
    }

    @Test
    void arrowsHaveOneKeyWhereSharedAndOneEachWhereNot() {
        var session = Patches.apply(layers("quiver"), Patch.of("view.settings.quiver.scaling", "length"));
        var panels = new FigurePanel[] {lettered("a", sigma(0.2)), lettered("b", sigma(3))};
        var shared = legend(figure(session, "183mm", Set.of(Share.ARROWS), panels));
        assertEquals(1, shared.split("longest arrow", -1).length - 1, shared);
        var own = legend(figure(session, "183mm", Set.of(), panels));
        assertTrue(own.contains("a: longest arrow") && own.contains("b: longest arrow"), own);
    }

    /** Compressed arrows have one key: an arrow of the drawn length for its magnitude. */
    @Test
    void shortenedArrowsHaveAKeyWithItsUnit() {
        var session = layers("density", "quiver");
        var panels = new FigurePanel[] {lettered("a", sigma(0.2)), lettered("b", sigma(3))};
        var shared = figure(session, "183mm", FigureSpec.ALL_SHARED, panels);
        assertEquals(1, legend(shared).split("per data unit", -1).length - 1, legend(shared));
        assertFalse(legend(shared).contains("a: ‖s‖"), legend(shared));
        var own = legend(figure(session, "183mm", Set.of(), panels));
        assertTrue(own.contains("a: ‖s‖ = ") && own.contains("b: ‖s‖ = "), own);
        var key = shared.legend().entries().stream()
                .filter(entry -> entry.sample().measure() > 0)
                .findFirst()
                .orElseThrow();
        var painter = new RecordingPainter();
        key.sample().draw(painter, 0, 0, Palette.LIGHT, Style.PAPER);
        double shaft = painter.of("segments").getFirst().x()[1];
        double drawn = shaftAt(session, Double.parseDouble(key.text().replaceAll("[^0-9.]", "")));
        assertEquals(drawn, shaft, 0.03 * drawn);
    }

    /** The length of the shaft of this magnitude in the first of two panels, between those of the next smaller and larger one. */
    private static double shaftAt(Session session, double magnitude) {
        var panels = new FigurePanel[] {lettered("a", sigma(0.2)), lettered("b", sigma(3))};
        var figure = figure(session, "183mm", FigureSpec.ALL_SHARED, panels);
        var seen = planes(figure).getFirst().viewport();
        var score = new MixtureScore(DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "it"));
        var lengths = new TreeMap<Double, Double>();
        var drawing = drawn(figure);
        var heads = drawing.of("triangles").getFirst();
        var shafts = drawing.of("segments").stream()
                .filter(call -> 3 * call.x().length == 2 * heads.x().length)
                .findFirst()
                .orElseThrow();
        for (int k = 0; k + 1 < shafts.x().length; k += 2) {
            // An arrow is centred on its point with its head, whose tip comes first.
            double[] x = {seen.dataX((shafts.x()[k] + heads.x()[3 * k / 2]) / 2)};
            double[] y = {seen.dataY((shafts.y()[k] + heads.y()[3 * k / 2]) / 2)};
            if (Math.max(Math.abs(x[0]), Math.abs(y[0])) < 5) {
                double[] sx = {0};
                double[] sy = {0};
                score.score(x, y, 0, 1, NoiseLevel.plain(0.2), sx, sy);
                lengths.put(
                        Math.hypot(sx[0], sy[0]),
                        Math.hypot(shafts.x()[k + 1] - shafts.x()[k], shafts.y()[k + 1] - shafts.y()[k]));
            }
        }
        var below = lengths.floorEntry(magnitude);
        var above = lengths.ceilingEntry(magnitude);
        double part = (magnitude - below.getKey()) / (above.getKey() - below.getKey());
        return below.getValue() + part * (above.getValue() - below.getValue());
    }

    /** An equal magnitude has an equal compressed length in a panel with another view, with or without a shared scale. */
    @Test
    void arrowsOfAZoomedPanelAreAsLongAsElsewhere() {
        var zoom = Patch.of("view.x", List.of(1.0, 3.0)).with("view.y", List.of(0.0, 2.0));
        var both =
                figure(layers("quiver"), "183mm", Set.of(Share.ARROWS), lettered("a", Patch.NONE), lettered("b", zoom));
        var alone = figure(layers("quiver"), "183mm", Set.of(), lettered("a", Patch.NONE), lettered("b", zoom));
        assertEquals(longest(both, 1), longest(alone, 1));
        assertEquals(longest(both, 0), longest(alone, 0));
    }

    private static double longest(Figure figure, int panel) {
        var place = planes(figure).get(panel).place();
        return drawn(figure).of("segments").stream()
                .flatMap(call -> IntStream.range(0, call.x().length / 2)
                        .filter(k -> call.x()[2 * k] > place.left()
                                && call.x()[2 * k] < place.right()
                                && call.y()[2 * k] > place.top()
                                && call.y()[2 * k] < place.bottom())
                        .mapToObj(k -> Math.hypot(
                                call.x()[2 * k + 1] - call.x()[2 * k], call.y()[2 * k + 1] - call.y()[2 * k])))
                .max(Double::compare)
                .orElseThrow();
    }

    @Test
    void panelsThatDoNotPatchTheViewHaveTheSameLimits() {
        var session = SessionDefaults.opening();
        var tall = Patch.of("view.x", List.of(-1.0, 1.0)).with("view.y", List.of(-4.0, 4.0));
        var wide = Patch.of("view.y", List.of(0.0, 1.0));
        for (var share : List.of(FigureSpec.ALL_SHARED, Set.<Share>of())) {
            var figure = figure(
                    session,
                    "150mm",
                    share,
                    lettered("a", sigma(1)),
                    lettered("b", tall),
                    lettered("c", Patch.of("view.layers", List.of("quiver"))),
                    lettered("d", wide),
                    lettered("e", Patch.NONE));
            var limits = planes(figure).stream()
                    .map(panel -> panel.viewport())
                    .map(seen -> String.format(
                            java.util.Locale.ROOT, "%.6f %.6f %.6f %.6f", seen.x0(), seen.x1(), seen.y0(), seen.y1()))
                    .toList();
            assertEquals("-5.000000 5.000000 -5.000000 5.000000", limits.getFirst());
            assertEquals(limits.getFirst(), limits.get(2));
            assertEquals(limits.getFirst(), limits.get(4));
            assertEquals("-1.000000 1.000000 -4.000000 4.000000", limits.get(1));
            assertEquals("-5.000000 5.000000 0.000000 1.000000", limits.get(3).replace("-0.0", "0.0"));
        }
    }

    @Test
    void axesThatAreNotSharedAreNumberedInEveryPanel() {
        var panels = new FigurePanel[] {lettered("a", Patch.NONE), lettered("b", sigma(1))};
        var shared = figure(layers("quiver"), "150mm", FigureSpec.ALL_SHARED, panels);
        var own = figure(layers("quiver"), "150mm", Set.of(Share.COLORS, Share.ARROWS), panels);
        assertFalse(planes(shared).getLast().axes().numbersY());
        assertTrue(planes(own).getLast().axes().numbersY());
        assertTrue(planes(shared).getFirst().axes().numbersY());
    }

    @Test
    void oneFormulaWithoutRoomIsExplainedOnce() {
        var panels = IntStream.range(0, 6)
                .mapToObj(i -> lettered(Character.toString('a' + i), sigma(0.5 + i)))
                .toArray(FigurePanel[]::new);
        var words = legend(figure(layers("quiver"), "85mm", FigureSpec.ALL_SHARED, panels));
        var formula = Formula.parse("Analytic score: ∇ log p_{σ}(x)").plain();
        assertEquals(1, words.split(java.util.regex.Pattern.quote(formula), -1).length - 1, words);
    }
}
