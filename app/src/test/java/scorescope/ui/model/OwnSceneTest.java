package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.DensitySpec;
import scorescope.session.Patch;

/** A study that needs another scene offers it; the bar and undo restore the former scene. */
class OwnSceneTest extends ParticlesFixture {
    private StudyPlayer studies() {
        return context.studies();
    }

    static List<String> all() {
        return StudyCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSceneOfEveryStudyIsTakenAndLeft(String study) {
        studies().show(Optional.of(study));
        var scene = new OwnScene(model, studies());
        var mine = model.session();
        if (scene.lacking().isEmpty()) {
            assertFalse(scene.canGoBack());
            return;
        }
        assertFalse(scene.lacking().named().isBlank());
        scene.take();
        assertEquals(Patch.NONE, scene.lacking());
        assertTrue(scene.canGoBack());
        scene.goBack();
        assertEquals(mine, model.session());
        scene.take();
        model.undo();
        assertEquals(mine, model.session());
    }

    /** Drawn points are replaced by a preset and restored. */
    @ParameterizedTest
    @ValueSource(strings = {"kl-fits", "two-frame-video"})
    void pointsOfOnesOwnComeBack(String study) {
        var points = new DensitySpec.Points(List.of(1.0, 3.0, 2.0, 4.0), 0.3);
        model.edit(s -> s.withDensity(points));
        studies().show(Optional.of(study));
        var scene = new OwnScene(model, studies());
        var mine = model.session();
        scene.take();
        scene.goBack();
        assertEquals(mine, model.session());
    }

    @Test
    void anotherStudyDoesNotGoBackToWhatWasLeftForTheFirst() {
        studies().show(Optional.of("kl-fits"));
        var scene = new OwnScene(model, studies());
        scene.take();
        studies().show(Optional.of("basins"));
        assertFalse(scene.canGoBack());
    }
}
