package scorescope.words;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.text.Text;
import scorescope.session.SessionDefaults;
import scorescope.ui.AppContext;
import scorescope.ui.MainWindow;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.JavaFx;

/**
 * Opens the window without a display and prints all its texts, one per line: labels, buttons, menus, options, tooltips and
 * accessible names.
 */
final class PseudoWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 2400;

    private final TreeSet<String> said = new TreeSet<>();

    private PseudoWindow() {}

    public static void main(String[] args) throws Exception {
        JavaFx.start();
        var said = CompletableFuture.supplyAsync(PseudoWindow::open, Platform::runLater)
                .get(120, TimeUnit.SECONDS);
        said.forEach(text -> System.out.println("SAID " + text));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static Set<String> open() {
        var window = new MainWindow(
                AppContext.on(SessionDefaults.opening()),
                Dialogs.NOBODY,
                Path.of(System.getProperty("java.io.tmpdir"), "none"));
        var scene = window.scene(WIDTH, HEIGHT);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var all = new PseudoWindow();
        all.listen(scene.getRoot());
        for (var page : List.of("export", "studies")) {
            window.commands().named(page).run();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            all.listen(scene.getRoot());
        }
        return all.said;
    }

    private void listen(Node node) {
        say(node.getAccessibleText());
        say(node.getAccessibleHelp());
        if (node instanceof Control control && control.getTooltip() != null) {
            say(control.getTooltip().getText());
        }
        if (node instanceof Labeled labeled) {
            say(labeled.getText());
        }
        if (node instanceof Text text) {
            say(text.getText());
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().forEach(this::listen);
        }
        if (node instanceof ComboBox<?> box) {
            options(box);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::listen);
        }
    }

    private <T> void options(ComboBox<T> box) {
        if (box.getConverter() != null) {
            box.getItems().forEach(item -> say(box.getConverter().toString(item)));
        }
    }

    private void listen(MenuItem item) {
        say(item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::listen);
        }
    }

    private void say(String text) {
        if (text != null && !text.isBlank()) {
            text.lines().forEach(said::add);
        }
    }
}
