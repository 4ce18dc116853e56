package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.session.SessionDefaults;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.WindowModel;

/** Recipes and links open too, and undo restores the session before. */
class NamedSessionFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aRecipeOpensWithoutAFileAndIsUndone() {
        var model = new WindowModel(SessionDefaults.opening(), new SessionReading() {});
        var files = new SessionFiles(model, Dialogs.NOBODY, folder.resolve("recovery.scorescope.json"));
        files.openNamed("six-panels");
        assertEquals(6, model.session().figure().panels().size());
        assertEquals(Optional.empty(), files.fileProperty().get());
        assertFalse(files.unsaved().get());
        model.undo();
        assertEquals(SessionDefaults.opening(), model.session());
    }
}
