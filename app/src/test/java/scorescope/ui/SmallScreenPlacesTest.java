package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.SessionDefaults;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.model.Message;
import scorescope.ui.model.Theme;
import scorescope.ui.stage.OnToolkit;

/** Every page of the window on a screen of 819 × 560, in both themes: pages, studies, training, composer, palette, messages. */
@OnToolkit
class SmallScreenPlacesTest {
    private static final int WIDTH = 819;
    private static final int HEIGHT = 560;

    @TempDir
    private Path folder;

    /** A window on a session, and the faults found in it. */
    private final class PlaceCheck implements AutoCloseable {
        final AppContext context = AppContext.on(SessionDefaults.opening());
        final MainWindow window = new MainWindow(context, Dialogs.NOBODY, folder.resolve("recovery.scorescope.json"));
        final Scene scene = window.scene(WIDTH, HEIGHT);
        final List<String> problems = new ArrayList<>();

        PlaceCheck(Theme theme) {
            ThemeStyles.loadFonts();
            context.model().themeProperty().set(theme);
            lay();
        }

        void lay() {
            context.pulse(System.nanoTime(), false);
            for (int pass = 0; pass < 2; pass++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
        }

        void look(String place) {
            lay();
            CutOff.below(scene.getRoot(), new BoundingBox(0, 0, WIDTH, HEIGHT))
                    .forEach(problem -> problems.add(place + ": " + problem));
        }

        /** Every menu and choice opens at most as high as the screen, and no entry is wider than it. */
        void lookAtMenus(String place) {
            for (var node : scene.getRoot().lookupAll(".menu-button")) {
                if (node instanceof MenuButton menu && shown(menu)) {
                    entries(place + " " + menu.getId(), menu.getItems());
                }
            }
            for (var node : scene.getRoot().lookupAll(".combo-box")) {
                if (node instanceof ComboBox<?> box && shown(box)) {
                    assertTrue(box.getVisibleRowCount() * 32 < HEIGHT, box.getId());
                }
            }
        }

        private void entries(String place, List<MenuItem> items) {
            double height = 0;
            for (var item : items) {
                height += item instanceof SeparatorMenuItem ? 9 : 29;
                if (item instanceof Menu menu) {
                    entries(place + " " + menu.getId(), menu.getItems());
                }
            }
            if (height > HEIGHT) {
                problems.add(place + " is " + height + " high: " + items.size() + " entries");
            }
        }

        private boolean shown(Node node) {
            for (var at = node; at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void close() {
            window.close();
            context.close();
            assertEquals("", String.join("\n", problems.stream().distinct().toList()));
        }
    }

    private static void onFx(Runnable work) throws Exception {
        var task = new FutureTask<>(work, true);
        Platform.runLater(task);
        assertTrue(task.get(120, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageOfTheRail(Theme theme) throws Exception {
        onFx(() -> {
            try (var check = new PlaceCheck(theme)) {
                for (var page : Inspector.Page.values()) {
                    check.window.inspector().show(page);
                    check.look(page.id());
                    check.lookAtMenus(page.id());
                    // Unfolds the folded parts of the page.
                    for (var node : check.scene.getRoot().lookupAll(".more")) {
                        if (node instanceof ButtonBase more && more.isVisible()) {
                            more.fire();
                        }
                    }
                    check.look(page.id() + " unfolded");
                }
                check.window.inspector().fold();
                check.look("folded");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyStudy(Theme theme) throws Exception {
        onFx(() -> {
            try (var check = new PlaceCheck(theme)) {
                for (String id : StudyCatalog.CATALOG.ids()) {
                    check.context
                            .model()
                            .edit(session -> session.withView(session.view()
                                    .withStudy(session.view().study().showing(Optional.of(id)))));
                    check.look(id);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void trainingAndItsCharts(Theme theme) throws Exception {
        onFx(() -> {
            try (var check = new PlaceCheck(theme)) {
                check.window.inspector().show(Inspector.Page.TRAIN);
                check.context.training().start();
                check.look("training");
                check.context.training().pause();
                check.look("paused");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void messagesComposerAndPalette(Theme theme) throws Exception {
        onFx(() -> {
            try (var check = new PlaceCheck(theme)) {
                String long_ = "/a/folder/with/a/long/name".repeat(6) + ": no space left; free some or choose another";
                for (var message : List.of(Message.note("saved"), Message.problem(long_))) {
                    check.context.model().show(message.offering(new Message.Remedy("Save as", () -> {})));
                    check.look("message");
                    assertFalse(((Labeled) check.scene.lookup("#message-text"))
                            .getText()
                            .isEmpty());
                }
                check.context.model().dismissMessage();
                check.window.compose();
                check.look("composer");
                check.lookAtMenus("composer");
            }
        });
    }
}
