package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;
import scorescope.session.View;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.OnToolkit;

/** On the smallest screens no control lies outside the window and no text is cut off: parts are folded. */
@OnToolkit
class SmallScreensTest {
    @TempDir
    private Path folder;

    /** 1024 x 700 at 125 %, 1920 x 1080 at 200 % with and without desktop bars, and the least size. */
    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(819, 560),
                Arguments.of(960, 540),
                Arguments.of(960, 500),
                Arguments.of((int) MainWindow.MIN_WIDTH, (int) MainWindow.MIN_HEIGHT));
    }

    /** Sessions of every sampler, with the time of a process and two plots. */
    private static List<Session> samplers() {
        var opening = SessionDefaults.opening();
        var all = new ArrayList<Session>();
        var timed = opening.withProcess(Choice.of("variance-preserving")).withNoise(new NoiseSpec.Time(0.3));
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            var sampler = timed.sampler().ofKind(kind.id()).withParticles(20).at(OptionalInt.of(3));
            all.add(timed.withSampler(sampler).withView(timed.view().withShown(Optional.of(Shown.SIDE_BY_SIDE))));
        }
        return all;
    }

    /** Sessions with long numbers, of every view, and of a study. */
    private static List<Session> views() {
        var opening = SessionDefaults.opening();
        var all = new ArrayList<Session>();
        all.add(opening.withDensity(new DensitySpec.Components(List.of(
                        Component.isotropic(1, -448250.5, 541193.2, 2),
                        Component.isotropic(1e-7, -448250.5003, 541193.2, 1e-4))))
                .withView(new View(-448260, -448240, 541184, 541202, List.of("density", "quiver"), "quiet"))
                .withNoise(new NoiseSpec.Sigma(1e-5)));
        for (var shown : Shown.values()) {
            all.add(opening.withView(opening.view().withShown(Optional.of(shown))));
        }
        all.add(opening.withView(opening.view()
                .withStudy(opening.view()
                        .study()
                        .showing(Optional.of(StudyCatalog.CATALOG.ids().getFirst())))));
        return all;
    }

    private static void onFx(Runnable work) throws Exception {
        var task = new FutureTask<>(work, true);
        Platform.runLater(task);
        assertTrue(task.get(60, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void nothingIsCutOffInAnyView(int width, int height) throws Exception {
        onFx(() -> check(width, height, views()));
    }

    @Test
    void nothingIsCutOffWithAnySampler() throws Exception {
        onFx(() -> check((int) MainWindow.MIN_WIDTH, (int) MainWindow.MIN_HEIGHT, samplers()));
    }

    private void check(int width, int height, List<Session> sessions) {
        ThemeStyles.loadFonts();
        var problems = new ArrayList<String>();
        try (var context = AppContext.on(SessionDefaults.opening())) {
            var window = new MainWindow(context, Dialogs.NOBODY, folder.resolve("recovery.scorescope.json"));
            var scene = window.scene(width, height);
            scene.getRoot().applyCss();
            for (var session : sessions) {
                context.model().edit(_ -> session);
                context.player().awaitRest();
                context.pulse(System.nanoTime(), false);
                for (int pass = 0; pass < 2; pass++) {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                }
                var inside = new BoundingBox(0, 0, width, height);
                CutOff.below(scene.getRoot(), inside)
                        .forEach(problem ->
                                problems.add(session.sampler().method().kind() + " "
                                        + session.view().study().name().orElse("") + ": " + problem));
                assertEquals(
                        scene.lookup("#view-mode").isVisible(),
                        !scene.lookup("#view-menu").isVisible(),
                        "the choice of scores is there once");
            }
            window.close();
        }
        assertEquals("", String.join("\n", problems.stream().distinct().toList()));
    }
}
