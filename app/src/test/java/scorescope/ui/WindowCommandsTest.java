package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.plot.export.EmbeddedSession;
import scorescope.session.NoiseSpec;
import scorescope.session.SessionDefaults;
import scorescope.ui.command.Command;
import scorescope.ui.command.KeyStroke;
import scorescope.ui.command.Place;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.stage.JavaFx;
import scorescope.ui.stage.OnToolkit;
import scorescope.words.Words;

/** Every command of the window is in one list, with a title, a place in the menu and its keys, and has an effect. */
@OnToolkit
class WindowCommandsTest {
    /** Commands that need a trained network, which takes seconds; the training journeys test them. */
    private static final List<String> AFTER_TRAINING = List.of("train-reset", "train-go-on");

    @TempDir
    private static Path folder;

    private static final CountedDialogs DIALOGS = new CountedDialogs();
    private static ShownWindow shown;
    private static AppContext context;
    private static MainWindow window;
    private static Stage stage;

    @BeforeAll
    static void open() throws Exception {
        shown = ShownWindow.open(DIALOGS, folder, 1280, 800);
        context = shown.context;
        window = shown.window;
        stage = shown.stage;
    }

    @AfterAll
    static void close() throws Exception {
        shown.close();
    }

    private static List<Command> commands() {
        return window.commands().all();
    }

    private static Stream<MenuItem> leaves(MenuItem item) {
        return item instanceof Menu menu
                ? menu.getItems().stream().flatMap(WindowCommandsTest::leaves)
                : Stream.of(item);
    }

    private static Stream<String> labels(Node node) {
        return Stream.concat(
                node instanceof Label label ? Stream.of(label.getText()) : Stream.empty(),
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(WindowCommandsTest::labels)
                        : Stream.empty());
    }

    @Test
    void eachStandsInTheMenuAndEachKeyOnTheCard() throws Exception {
        var menu = JavaFx.call(() -> ((MenuButton) stage.getScene().lookup("#menu"))
                .getItems().stream()
                        .flatMap(WindowCommandsTest::leaves)
                        .map(MenuItem::getId)
                        .toList());
        var card = JavaFx.call(() -> labels(KeysCard.content(window.commands())).toList());
        for (var command : commands()) {
            assertTrue(menu.contains("menu-" + command.id()), command.id());
            assertFalse(command.title().isBlank(), command.id());
            for (var key : command.keys()) {
                assertTrue(
                        card.stream().anyMatch(text -> List.of(text.split("  ")).contains(key.written())),
                        () -> command.id() + " by " + key.written());
            }
        }
        for (var place : Place.values()) {
            assertFalse(window.commands().of(place).isEmpty(), place.id());
        }
    }

    /** The documented keys. */
    @Test
    void promisedKeysAskForWhatTheyShould() {
        Map.of(
                        "space",
                        "play",
                        ".",
                        "step",
                        "right",
                        "noise-up",
                        "shift+left",
                        "noise-down-fine",
                        "ctrl+k",
                        "palette",
                        "alt+4",
                        "page-train",
                        "\\",
                        "fold",
                        "page-down",
                        "next-study",
                        "t",
                        "train",
                        "?",
                        "keys")
                .forEach((key, id) ->
                        assertTrue(window.commands().named(id).keys().contains(KeyStroke.of(key)), key + " " + id));
    }

    @Test
    void eachImpossibleOneSaysWhy() throws Exception {
        reset();
        for (var command : commands()) {
            JavaFx.call(command.obstacle()::get).ifPresent(why -> assertFalse(why.isBlank(), command.id()));
        }
        assertEquals(
                Optional.of(Words.text("ui.obstacle.no-study")),
                window.commands().named("next-study").obstacle().get());
    }

    @Test
    void eachActs() throws Exception {
        var idle = new ArrayList<String>();
        for (var command : commands()) {
            if (AFTER_TRAINING.contains(command.id())) {
                continue;
            }
            reset();
            JavaFx.call(() -> {
                prepare(command.id());
                return true;
            });
            String before = JavaFx.call(WindowCommandsTest::observed);
            if (!JavaFx.call(command::run)) {
                idle.add(command.id() + " cannot: " + command.obstacle().get().orElse(""));
            } else if (!changes(before)) {
                idle.add(command.id() + " changes nothing");
            }
        }
        assertEquals(List.of(), idle);
    }

    private static boolean changes(String before) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(240);
        while (System.nanoTime() < end) {
            if (!JavaFx.call(WindowCommandsTest::observed).equals(before)) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    private static void reset() throws Exception {
        JavaFx.call(() -> {
            Window.getWindows().stream()
                    .filter(PopupWindow.class::isInstance)
                    .toList()
                    .forEach(Window::hide);
            if (stage.getScene().lookup("#palette").isVisible()) {
                window.showPalette();
            }
            if (stage.getScene().lookup("#composer-back") != null) {
                ((javafx.scene.control.Button) stage.getScene().lookup("#composer-back")).fire();
            }
            while (window.canLeave()) {
                window.leave();
            }
            context.player().pause();
            context.training().pause();
            context.model().edit(_ -> SessionDefaults.opening().withNoise(new NoiseSpec.Sigma(0.8)));
            context.model().dismissMessage();
            window.inspector().show(Inspector.Page.SCENE);
            return true;
        });
    }

    /** Prepares the window so that a command has an effect. */
    private static void prepare(String id) {
        var model = context.model();
        switch (id) {
            case "redo" -> model.undo();
            case "restore" -> {
                boolean unusedMayClose = window.mayClose();
            }
            case "paste" -> put(EmbeddedSession.link(SessionDefaults.opening()));
            case "next-study", "previous-study", "leave-study", "page-study" -> {
                context.studies().show(Optional.of("samplers"));
                window.inspector().show(Inspector.Page.SCENE);
            }
            case "blank", "spotlight", "chalk", "breathe" -> window.present();
            case "page-scene" -> window.inspector().show(Inspector.Page.LOOK);
            case "view-analytic" -> model.showScore(scorescope.session.Shown.LEARNED);
            case "restart" -> model.edit(s -> s.withSampler(s.sampler().at(OptionalInt.of(20))));
            default -> {}
        }
    }

    private static void put(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        assertTrue(Clipboard.getSystemClipboard().setContent(content));
    }

    /** The visible state as text. */
    private static String observed() {
        var model = context.model();
        return String.join(
                "|",
                model.session().toString(),
                model.preferences().theme().toString() + model.preferences().reducedMotion(),
                model.messageProperty().get().map(message -> message.text()).orElse(""),
                window.inspector().shownProperty().get().toString(),
                "" + stage.getScene().lookup("#palette").isVisible(),
                "" + window.canLeave(),
                "" + (stage.getScene().lookup(".composer") != null),
                "" + context.player().playingProperty().get(),
                "" + model.analyticParticlesProperty().get().step(),
                "" + model.training().step() + model.training().phase(),
                "" + window.presenting() + window.presenter().blanked(),
                "" + window.presenter().spotlit() + window.presenter().chalking()
                        + window.presenter().breathing(),
                "" + DIALOGS.questions(),
                "" + stage.getScene().getFocusOwner(),
                "" + window.bench().frameMeterShown(),
                "" + Window.getWindows().size());
    }
}
