package scorescope.ui;

import java.nio.file.Path;
import javafx.stage.Stage;
import scorescope.session.SessionDefaults;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.JavaFx;

/** The main window on the opening session, shown on the headless screen until it is closed. */
final class ShownWindow implements AutoCloseable {
    final AppContext context;
    final MainWindow window;
    final Stage stage;

    private ShownWindow(AppContext context, MainWindow window, Stage stage) {
        this.context = context;
        this.window = window;
        this.stage = stage;
    }

    /** @param folder folder of unsaved work */
    static ShownWindow open(Dialogs dialogs, Path folder, double width, double height) throws Exception {
        JavaFx.start();
        return JavaFx.call(() -> {
            ThemeStyles.loadFonts();
            var context = AppContext.on(SessionDefaults.opening());
            var window = new MainWindow(context, dialogs, folder.resolve("recovery.scorescope.json"));
            var stage = new Stage();
            stage.setScene(window.scene(width, height));
            // The headless screen has 1000 rows: a full-screen picture of a window that is not at its top has no room.
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return new ShownWindow(context, window, stage);
        });
    }

    @Override
    public void close() {
        try {
            JavaFx.call(() -> {
                stage.hide();
                window.close();
                return true;
            });
        } catch (Exception failure) {
            throw new AssertionError("the window does not close", failure);
        }
    }
}
