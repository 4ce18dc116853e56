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

    private final LaidOutWindow laid;

    private ShownWindow(LaidOutWindow laid) {
        this.laid = laid;
        context = laid.context();
        window = laid.window();
        stage = laid.show();
    }

    /** @param folder folder of unsaved work */
    static ShownWindow open(Dialogs dialogs, Path folder, double width, double height) throws Exception {
        JavaFx.start();
        var unsaved = folder.resolve("recovery.scorescope.json");
        return JavaFx.call(
                () -> new ShownWindow(new LaidOutWindow(SessionDefaults.opening(), dialogs, unsaved, width, height)));
    }

    @Override
    public void close() {
        try {
            JavaFx.call(() -> {
                stage.hide();
                laid.close();
                return true;
            });
        } catch (Exception failure) {
            throw new AssertionError("the window does not close", failure);
        }
    }
}
