package scorescope.plot.study.denoising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.guide.Legend;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.density.KlFits;
import scorescope.plot.study.learning.ErrorAmplification;
import scorescope.plot.study.run.StudyInputs;
import scorescope.plot.study.sampling.OneDimension;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;

/** Values shown by the studies of denoising, of one dimension and of fits. */
final class DenoisingStudiesTest {
    private static final Session SESSION = SessionDefaults.opening();

    private static StudyInputs at(double sigma) {
        return StudyInputs.of(SESSION.withNoise(new NoiseSpec.Sigma(sigma)));
    }

    private static List<Chart> charts(StudyScene scene) {
        return scene.rows().stream()
                .flatMap(row -> row.parts().stream())
                .filter(ChartPart.class::isInstance)
                .map(part -> ((ChartPart) part).chart())
                .toList();
    }

    private static Curve curve(Chart chart, String name) {
        return chart.curves().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no curve " + name));
    }

    @Test
    void theProbeOfTheStageGathersFirst() {
        var session = SESSION.withView(new ProbePoint(0.7, -0.4).in(SESSION.view()));
        var runs = new PosteriorAverage(Parameters.NONE).runs(StudyInputs.of(session));
        assertEquals(3, runs.size());
        assertEquals(0.7, runs.getFirst().x(), 1e-12);
        assertEquals(-0.4, runs.getFirst().y(), 1e-12);
        assertTrue(
                runs.stream().allMatch(run -> run.hits() == 200 || !run.advice().isEmpty()));
    }

    @Test
    void placesOfOnesOwnAreTaken() {
        var own = Parameters.NONE
                .with(PosteriorAverage.PLACES, "own")
                .with(PosteriorAverage.OWN_X.getFirst(), 1.5)
                .with(PosteriorAverage.OWN_Y.getFirst(), -0.25);
        var runs = new PosteriorAverage(own).runs(at(0.5));
        assertEquals(1.5, runs.get(1).x());
        assertEquals(-0.25, runs.get(1).y());
        assertEquals(PosteriorAverage.OWN_X.get(1).defaultValue(), runs.get(2).x());
    }

    @Test
    void asTheClockRunsMoreOfTheSamePointsAreSeen() {
        var study = new PosteriorAverage(Parameters.NONE);
        var early = curve(charts(study.at(at(0.5), 0.1)).getFirst(), "mean at 1, the probe");
        var late = curve(charts(study.at(at(0.5), 1)).getFirst(), "mean at 1, the probe");
        assertEquals(20, early.y().length);
        assertEquals(200, late.y().length);
        assertEquals(Arrays.toString(early.y()), Arrays.toString(Arrays.copyOf(late.y(), 20)));
    }

    @Test
    void togetherIsNeverWorseThanFrameByFrame() {
        var session = SESSION.withDensity(new DensitySpec.Preset("two-frame-video"));
        var charts = charts(new TwoFrameVideo(Parameters.NONE).at(StudyInputs.of(session), 0));
        assertEquals(3, charts.size());
        for (var chart : charts.subList(1, 3)) {
            var joint = chart.curves().getFirst();
            var apart = chart.curves().getLast();
            for (int i = 0; i < joint.y().length; i++) {
                assertTrue(joint.y()[i] <= apart.y()[i] * 1.02, "at " + joint.x()[i]);
            }
        }
    }

    @Test
    void sureLiesWithinItsBarsAboutTheTrueErrorAndBothAreLeastAtStrengthOne() {
        var charts = charts(new SureStudy(Parameters.NONE).at(at(0.8), 0));
        for (var chart : charts) {
            var truth = curve(chart, "true error, exact score");
            var sure = curve(chart, "SURE, exact score");
            for (int i = 0; i < truth.y().length; i++) {
                // Twice the bar, four standard errors: exceeded once in 16,000.
                assertEquals(truth.y()[i], sure.y()[i], 2 * sure.error()[i] + 1e-12, "at " + truth.x()[i]);
            }
        }
        for (var curve : charts.get(1).curves()) {
            int least = 0;
            for (int i = 0; i < curve.y().length; i++) {
                least = curve.y()[i] < curve.y()[least] ? i : least;
            }
            assertEquals(1, curve.x()[least], 0.17, curve.name());
        }
    }

    @Test
    void errorsOfNoiseGrowInTheCleanPointAndShrinkInTheScore() {
        var charts = charts(new ErrorAmplification(Parameters.NONE).at(at(0.5), 0));
        assertEquals(4, charts.size());
        var clean = curve(charts.getFirst(), "error in x₀");
        var score = curve(charts.getFirst(), "error in score");
        for (int i = 0; i < clean.x().length; i++) {
            assertEquals(clean.x()[i], clean.y()[i], 1e-12 * clean.x()[i]);
            assertEquals(1 / clean.x()[i], score.y()[i], 1e-9 / clean.x()[i]);
        }
    }

    @Test
    void theMeanOfDdpmIsComparedOnItsChainOnly() {
        var chain = SESSION.withProcess(Choice.of("ddpm")).withNoise(new NoiseSpec.Time(0.5));
        var study = new ErrorAmplification(Parameters.NONE);
        assertTrue(names(charts(study.at(StudyInputs.of(chain), 0)).getFirst()).contains("error in μ̃"));
        assertTrue(!names(charts(study.at(at(0.5), 0)).getFirst()).contains("error in μ̃"));
    }

    private static Set<String> names(Chart chart) {
        return chart.legend().stream().map(Legend.Entry::text).collect(Collectors.toSet());
    }

    @Test
    void onALinePathsLieOnTheImageAndAreRevealedByTheClock() {
        var study = new OneDimension(Parameters.NONE.with(OneDimension.COUNT, 5L));
        var early = charts(study.at(at(0.5), 0.25)).getFirst();
        var late = charts(study.at(at(0.5), 1)).getFirst();
        assertEquals(10, late.curves().size());
        assertTrue(early.behind().isPresent());
        assertEquals(
                4 * (early.curves().getFirst().x().length - 1),
                late.curves().getFirst().x().length - 1);
        for (var path : late.curves()) {
            for (double s : path.y()) {
                assertTrue(s > late.up().low() - 5 && s < late.up().high() + 5, "far off: " + s);
            }
        }
    }

    @Test
    void aSliceIsAnotherDistributionThanTheProjection() {
        var angled = Parameters.NONE.with(OneDimension.ANGLE, 30.0);
        var projection = charts(new OneDimension(angled).at(at(0.5), 1)).getLast();
        var slice = charts(new OneDimension(angled.with(OneDimension.OF, "slice")).at(at(0.5), 1))
                .getLast();
        assertTrue(!projection.up().equals(slice.up()));
    }

    @Test
    void theFitsAreThoseOfTheSession() {
        var fits = new KlFits(Parameters.NONE).fits(at(0.4));
        assertTrue(fits.getFirst().forward() < fits.getLast().forward());
        assertTrue(fits.getLast().reverse() < fits.getFirst().reverse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"posterior-average", "two-frame-video", "sure", "regression-to-the-mean"})
    void withoutNoiseThereIsAWordInsteadOfAPicture(String name) {
        var study = StudyCatalog.create(Choice.of(name));
        var complaint = assertThrows(BadInputException.class, () -> study.at(at(0), 0.5));
        assertEquals("raise sigma", complaint.remedy());
    }
}
