package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.plot.export.NamedSession;
import scorescope.session.SessionDefaults;
import scorescope.session.source.RecipeCatalog;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.OnToolkit;

/** Every built-in figure has a picture in the gallery, which opens it in the composer. */
@OnToolkit
class RecipeGalleryTest {
    @TempDir
    private Path folder;

    private static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    @Test
    void everyRecipeOpensFromItsPicture() throws Exception {
        var opening = SessionDefaults.opening();
        var context = onFx(() -> AppContext.on(opening));
        var window = onFx(() -> new MainWindow(context, Dialogs.NOBODY, folder.resolve("recovery.scorescope.json")));
        var stage = onFx(Stage::new);
        try {
            onFx(() -> {
                ThemeStyles.loadFonts();
                stage.setScene(window.scene(819, 560));
                stage.setX(0);
                stage.setY(0);
                stage.show();
                return true;
            });
            for (var id : RecipeCatalog.CATALOG.ids()) {
                onFx(() -> {
                    window.showRecipes();
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    var card = (Button) stage.getScene().lookup("#recipe-" + id);
                    var picture = (ImageView) card.lookup(".image-view");
                    assertFalse(picture.getImage().isError(), id);
                    assertTrue(picture.getImage().getWidth() > 200, id);
                    var shown = card.sceneToLocal(picture.localToScene(picture.getLayoutBounds()));
                    assertTrue(card.getLayoutBounds().contains(shown), () -> id + ": " + shown);
                    card.fire();
                    return true;
                });
                var recipe = NamedSession.read(id, List.of(), InputStream.nullInputStream());
                assertEquals(
                        recipe.figure(), onFx(() -> context.model().session()).figure(), id);
                assertTrue(onFx(() -> stage.getScene().lookup("#composer")) != null, id);
                assertFalse(onFx(() -> stage.getScene().lookup("#recipes").isVisible()), id);
                onFx(() -> {
                    context.model().undo();
                    return true;
                });
                assertEquals(opening, onFx(() -> context.model().session()), "undo goes back");
            }
            onFx(() -> {
                window.showRecipes();
                stage.getScene().getRoot().layout();
                var sheet = stage.getScene().lookup("#recipes").lookup(".first-sheet");
                var place = sheet.localToScene(sheet.getLayoutBounds());
                assertTrue(new BoundingBox(0, 0, 819, 560).contains(place), place::toString);
                return true;
            });
        } finally {
            onFx(() -> {
                stage.hide();
                window.close();
                return true;
            });
        }
    }
}
