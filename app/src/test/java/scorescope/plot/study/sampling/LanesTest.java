package scorescope.plot.study.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.study.Drawn;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.learning.Race;
import scorescope.plot.study.run.Lane;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.session.SessionParameters;
import scorescope.session.codec.SessionJson;

class LanesTest {
    private static StudyInputs inputs(String more) {
        return StudyInputs.of(SessionJson.read("{\"scorescope\": 1" + more + "}", Path.of("")));
    }

    private static StudyScene sideBySide(String lanes) {
        return new SamplersSideBySide(Parameters.NONE.with(SamplersSideBySide.PARTICLES, 50L))
                .at(inputs(", \"lanes\": " + lanes), 0.6);
    }

    private static List<PlanePart> planes(StudyScene scene) {
        return scene.rows().getFirst().parts().stream()
                .map(PlanePart.class::cast)
                .toList();
    }

    /** The plane as drawn alone, without a name. */
    private static List<String> drawn(PlanePart plane) {
        var painter = new RecordingPainter();
        new FigureLayout(Palette.LIGHT, Style.SCREEN)
                .onScreen(StudyScene.of("", Row.of(plane.under(Caption.plain("", "", "")))), 300, 300)
                .draw(painter);
        return Drawn.of(painter);
    }

    private static TablePart table(StudyScene scene) {
        return (TablePart) scene.rows().getLast().parts().getLast();
    }

    @Test
    void equalLanesGiveEqualPictures() {
        var lane = "{\"sampler\": {\"kind\": \"reverse-sde\", \"steps\": 30}}";
        var scene = sideBySide("[%s, %s, %s]".formatted(lane, lane, lane));
        var drawn = planes(scene).stream().map(LanesTest::drawn).toList();
        assertEquals(drawn.get(0), drawn.get(1));
        assertEquals(drawn.get(0), drawn.get(2));
        var rows = table(scene).table().rows();
        assertEquals(rows.getFirst(), rows.getLast());
    }

    @Test
    void lanesAreNamedByWhatDiffers() {
        var scene = sideBySide("[{\"sampler\": {\"stepSize\": 0.01}}, {\"sampler\": {\"stepSize\": 0.5}}]");
        var names = table(scene).table().rows().stream().map(List::getFirst).toList();
        assertEquals(List.of("step size 0.01", "step size 0.5"), names);
        var planes = planes(scene);
        assertNotEquals(drawn(planes.getFirst()), drawn(planes.getLast()));
    }

    @Test
    void aWrongLaneIsNamedWithItsKey() {
        var bad = assertThrows(
                BadInputException.class,
                () -> sideBySide("[{\"sampler\": {\"stepSize\": 0.01}}, {\"sampler\": {\"stepSize\": -1}}]"));
        assertTrue(bad.place().contains("lanes[1].sampler.stepSize"), bad.place());
    }

    @Test
    void aFilmStripShowsEveryLaneAtItsOwnLevel() {
        var scene = StudyCatalog.create(Choice.of("film-strip")).at(inputs("""
                                , "lanes": [{"noise": {"sigma": 2}}, {"density": {"preset": "two-rings"}},
                                            {"view": {"layers": ["energy"]}}]"""), 0);
        var titles =
                planes(scene).stream().map(plane -> plane.caption().title()).toList();
        assertEquals(List.of("σ = 2", "Two rings", "energy"), titles);
        assertEquals(3, planes(scene).stream().map(LanesTest::drawn).distinct().count());
    }

    @Test
    void trainingsOfLanesDifferInTheirOwnWidths() {
        var study = new Race(Parameters.NONE.with(Race.STEPS, 40L).with(Race.WIDTH, 8L));
        var scene = study.at(inputs("""
                        , "lanes": [{"training": {"hidden": [16]}}, {"training": {"hidden": [64]}},
                                    {"training": {"learningRate": 0.01}}]"""), 1);
        assertEquals(3, planes(scene).size());
        assertEquals(3, planes(scene).stream().map(LanesTest::drawn).distinct().count());
    }

    /** A valid value other than the default. */
    private static Object another(Parameter<?> parameter) {
        return switch (parameter) {
            case Parameter.Real real ->
                real.standard() == 0
                        ? Math.min(0.5, real.max())
                        : Math.clamp(0.9 * real.standard(), real.min(), real.max());
            case Parameter.Whole whole -> whole.standard() < whole.max() ? whole.standard() + 1 : whole.standard() - 1;
            case Parameter.OneOf<?> one ->
                one.options().stream()
                        .map(option -> option.id())
                        .filter(id -> !id.equals(one.standard().id()))
                        .findFirst()
                        .orElseThrow();
            case Parameter.Curve _ -> List.of(List.of(0, 5), List.of(1, -5));
            case Parameter.Expression formula -> "0.5*(" + formula.standard() + ")";
            case Parameter.Pair _, Parameter.Points _ -> List.of(0.25, 0.75);
        };
    }

    static Stream<Patch> everyParameter() {
        var patches = new ArrayList<Patch>();
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            kind.parameters()
                    .forEach(one -> patches.add(
                            Patch.of("sampler.kind", kind.id()).with("sampler." + one.key(), another(one))));
        }
        for (var kind : ProcessCatalog.CATALOG.kinds()) {
            kind.parameters()
                    .forEach(one -> patches.add(
                            Patch.of("process.kind", kind.id()).with("process." + one.key(), another(one))));
        }
        TrainingParameters.ALL.forEach(one -> patches.add(Patch.of("training." + one.key(), another(one))));
        SessionParameters.SAMPLER.forEach(one -> patches.add(Patch.of("sampler." + one.key(), another(one))));
        for (Kind<Study> kind : StudyCatalog.CATALOG.kinds()) {
            kind.parameters()
                    .forEach(one -> patches.add(Patch.of("view.studies." + kind.id() + "." + one.key(), another(one))));
        }
        return patches.stream();
    }

    /** Every declared parameter can be compared in lanes without further code. */
    @ParameterizedTest
    @MethodSource("everyParameter")
    void everyDeclaredParameterCanBeALane(Patch patch) {
        var lanes = new Lane.Cache()
                .of(inputs(""), List.of(new Lane.Own("as it is", Patch.NONE), new Lane.Own("other", patch)));
        assertNotEquals(
                lanes.getFirst().inputs().session(), lanes.getLast().inputs().session(), patch.toString());
    }

    /** DPM-Solver++ with 20 evaluations is as close as DDPM with 1000; with five it is not. */
    @Test
    void fewStepsOfAFastSolverAreAsGoodAsAThousandOfDdpm() {
        var study = new CostQuality(
                Parameters.NONE.with(CostQuality.PARTICLES, 2000L).with(CostQuality.SEEDS, 2L));
        var found = study.measured(inputs(", \"density\": {\"preset\": \"eight-gaussians\"}"), 1);
        double fast = floors(found, 0, 20);
        double thousand = floors(found, 3, 1000);
        double few = floors(found, 0, 5);
        assertTrue(fast < 1.5 && thousand < 1.5 && few > 2, fast + ", " + thousand + ", " + few);
    }

    private static double floors(List<CostQuality.Measured> found, int lane, double evaluations) {
        return found.stream()
                .filter(one -> one.lane() == lane && one.evaluations() == evaluations)
                .findFirst()
                .orElseThrow()
                .floors();
    }

    @Test
    void lanesOfTheSessionAreMeasured() {
        var study =
                new CostQuality(Parameters.NONE.with(CostQuality.PARTICLES, 50L).with(CostQuality.SEEDS, 2L));
        var scene = study.at(inputs("""
                        , "process": {"kind": "variance-preserving"}, "noise": {"t": 0.001}, "lanes": [
                          {"sampler": {"kind": "dpm-solver"}}, {"sampler": {"kind": "reverse-sde", "lambda": 0.5}}]"""), 0);
        var names = table(scene).table().rows().stream().map(List::getFirst).toList();
        assertEquals("DPM-Solver++(2M)", names.getFirst());
        assertEquals(2, names.size());
        var chart = ((ChartPart) scene.rows().getFirst().parts().getFirst()).chart();
        assertEquals(3, chart.curves().size());
        assertArrayEquals(new double[] {5, 10, 20}, chart.curves().get(1).x());
    }
}
