package scorescope.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scorescope.plot.export.Contents;
import scorescope.session.DensitySpec;
import scorescope.session.FigureSpec;
import scorescope.session.Patch;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.Shown;
import scorescope.session.VenueCatalog;
import scorescope.session.codec.Patches;
import scorescope.session.codec.SessionJson;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;

/** A figure is composed in the session, without a window. */
final class ComposerModelTest {
    private final WindowModel model = new WindowModel(SessionDefaults.opening(), new SessionReading() {});
    private final ComposerModel composer = new ComposerModel(model, new StudyPlayer(model));

    @BeforeEach
    void twoPanelsOfTwoNoiseLevels() {
        composer.addPresent();
        model.setSigma(1.5);
        composer.addPresent();
    }

    private double sigma(int panel) {
        var patch = composer.figure().panels().get(panel).patch();
        var own = Patches.apply(model.session().withoutPanels(), patch);
        return ((scorescope.session.NoiseSpec.Sigma) own.noise()).sigma();
    }

    /** A panel keeps its view; changes of the distribution apply to all panels. */
    @Test
    void panelsKeepTheirViewWhileTheStageGoesOn() {
        model.setSigma(3);
        assertEquals(0.5, sigma(0));
        assertEquals(1.5, sigma(1));
        model.edit(s -> s.withDensity(new DensitySpec.Preset("two-moons")));
        var own = Patches.apply(
                model.session().withoutPanels(),
                composer.figure().panels().getFirst().patch());
        assertEquals(new DensitySpec.Preset("two-moons"), own.density());
    }

    @Test
    void whatDiffersIsSaidAndWhatIsHeldStandsApart() {
        assertEquals(
                List.of("σ = 0.5"),
                composer.differences(0).differing().stream()
                        .map(PanelDifferences.Difference::words)
                        .toList());
        assertEquals(List.of(), composer.differences(1).differing());
        assertTrue(composer.differences(1).equal().stream()
                .anyMatch(difference -> difference.words().equals("σ = 1.5")));
        composer.select(0);
        composer.follow("noise.sigma");
        assertEquals(1.5, sigma(0));
        assertEquals(List.of(), composer.differences(0).differing());
    }

    @Test
    void aDifferenceIsAddedAsASettingOfTheCommandLine() {
        composer.select(1);
        assertEquals(Optional.empty(), composer.differ("sampler.step=50"));
        assertEquals(
                OptionalInt.of(50),
                Patches.apply(
                                model.session().withoutPanels(),
                                composer.figure().panels().get(1).patch())
                        .sampler()
                        .step());
        var before = model.session();
        for (String wrong : List.of("noise.sigm=1", "figure.width=85mm", "sampler.step=-1", "sampler.step", "=", "")) {
            assertTrue(composer.differ(wrong).isPresent(), wrong);
        }
        assertEquals(before, model.session());
    }

    @Test
    void aPanelIsMovedReplacedRemovedAndUndone() {
        model.setSigma(2);
        composer.addPresent();
        composer.select(2);
        composer.move(0);
        assertEquals(0, composer.selected());
        assertEquals(List.of(2.0, 0.5, 1.5), List.of(sigma(0), sigma(1), sigma(2)));
        composer.move(1);
        assertEquals(List.of(0.5, 2.0, 1.5), List.of(sigma(0), sigma(1), sigma(2)));
        model.setSigma(4);
        composer.takePresent();
        assertEquals(List.of(0.5, 4.0, 1.5), List.of(sigma(0), sigma(1), sigma(2)));
        composer.remove();
        assertEquals(2, composer.panels());
        assertEquals(1, composer.selected());
        model.undo();
        assertEquals(List.of(0.5, 4.0, 1.5), List.of(sigma(0), sigma(1), sigma(2)));
        composer.select(0);
        composer.remove();
        composer.remove();
        composer.remove();
        assertEquals(ComposerModel.NONE, composer.selected());
        composer.remove();
        composer.move(3);
        assertEquals(0, composer.panels());
    }

    @Test
    void thePanelChosenIsShownOnTheStage() {
        model.showScore(Shown.ANALYTIC);
        composer.select(0);
        composer.showOnStage();
        assertEquals(0.5, ((scorescope.session.NoiseSpec.Sigma) model.session().noise()).sigma());
        assertEquals(2, composer.panels());
    }

    @Test
    void noMorePanelsAreTakenThanASessionMayHave() {
        for (int i = 0; i < 60; i++) {
            composer.addPresent();
        }
        assertEquals(SessionParameters.MOST_PANELS, composer.panels());
        assertTrue(composer.full());
        reopened();
    }

    @Test
    void settingsAreThoseOfTheCommandLineAndSurviveTheFile() {
        composer.print(VenueCatalog.named("nature-column").orElseThrow());
        assertEquals("89mm", composer.figure().length());
        assertEquals(7, composer.figure().type());
        assertEquals(Optional.empty(), composer.setNumber("figure.type", " 9.5 "));
        assertEquals(9.5, composer.figure().type());
        assertEquals(Optional.empty(), composer.setNumber("figure.type", ""));
        assertEquals(7, composer.figure().type());
        assertEquals(Optional.empty(), composer.set(Patch.of("figure.background", "none")));
        assertTrue(composer.figure().print().transparent());
        assertEquals(Optional.empty(), composer.set(Patch.of("figure.letters", "A")));
        assertEquals(Optional.of("B"), composer.figure().letter(1));
        composer.share(FigureSpec.Share.ARROWS, false);
        assertFalse(composer.figure().shares(FigureSpec.Share.ARROWS));
        assertEquals(model.session().figure(), reopened());
        for (String wrong : List.of("NaN", "Infinity", "0", "-8", "1e300", "eight")) {
            assertTrue(composer.setNumber("figure.type", wrong).isPresent(), wrong);
        }
        for (String wrong : List.of("", "0mm", "NaNmm", "85", "1km", "nature", "99999mm")) {
            assertTrue(composer.set(Patch.of("figure.width", wrong)).isPresent(), wrong);
        }
        assertEquals("89mm", composer.figure().length());
    }

    @Test
    void titlesAreCheckedAndBlankOnesGo() {
        composer.select(0);
        assertEquals(Optional.empty(), composer.title("$\\nabla\\log p_\\sigma(\\tilde x)$"));
        assertTrue(composer.panel().orElseThrow().title().isPresent());
        assertTrue(composer.title("$\\nablo$").orElseThrow().contains("nablo"));
        assertTrue(
                composer.title("x".repeat(SessionParameters.LONGEST_TITLE + 1)).isPresent());
        assertTrue(composer.panel().orElseThrow().title().isPresent());
        assertEquals(Optional.empty(), composer.title("  "));
        assertTrue(composer.panel().orElseThrow().title().isEmpty());
    }

    @Test
    void theFileCarriesTheSessionUnlessItIsLeftOut() {
        assertEquals(Contents.SESSION_AND_DATA, composer.contents());
        composer.withoutSessionProperty().set(true);
        assertEquals(Contents.NOTHING, composer.contents());
    }

    /** The figure after the session is saved and opened. */
    private FigureSpec reopened() {
        var here = Path.of("").toAbsolutePath();
        return SessionJson.read(SessionJson.toText(model.session(), here), here, "the session", List.of())
                .figure();
    }
}
