package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import scorescope.cli.Cli;
import scorescope.session.DensitySpec;
import scorescope.session.Letters;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.model.TrainingStatus.Phase;

/** A figure for a paper, from a file of points to the second version of the figure. */
final class ComposerJourneyTest extends WindowJourney {
    private static final int POINTS = 40;

    @Override
    Session opening() {
        return learningAtOnce();
    }

    /** Points, a network, four panels, a PDF; opened again, one panel changed, exported again: each equal to the command's. */
    @Test
    void aFigureOfFourPanelsIsExportedOpenedChangedAndExportedAgain() throws IOException {
        importPoints();
        train();
        type(KeyCode.DIGIT1);
        compose("#composer-add");
        stage(KeyCode.L);
        compose("#composer-add");
        stage(KeyCode.D);
        compose("#composer-add");
        stage(KeyCode.A);
        for (int i = 0; i < 5; i++) {
            type(KeyCode.PERIOD);
        }
        until(() -> model.session().sampler().step().orElse(0) == 5);
        compose("#composer-add");
        title(0, "$\\nabla\\log p_\\sigma(\\tilde x)$");
        title(3, "after 5 steps");
        interact(() -> this.<Letters>box("#composer-letters").setValue(Letters.BRACKETED));
        until(() -> model.session().figure().print().letters() == Letters.BRACKETED);
        interact(() -> this.<String>box("#composer-venue").setValue("icml-page"));
        until(() -> model.session().figure().length().equals("6.75in"));
        var first = exported("first.pdf");
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(drawn(first)));

        // Another window, without the files of points and weights.
        Files.delete(folder.resolve("points.csv"));
        type(KeyCode.ESCAPE);
        dialogs.answer(folder.resolve("nothing.json"));
        interact(() -> model.edit(_ -> SessionDefaults.opening()));
        dialogs.answer(first);
        choose("menu-open");
        until(() -> model.session().figure().panels().size() == 4);
        clickOn("#export");
        choosePanel(2);
        type("#composer-setting", "noise.sigma=1.5");
        until(() -> model.session().figure().panels().get(2).patch().named().contains("1.5"));
        var second = exported("second.pdf");
        assertArrayEquals(Files.readAllBytes(second), Files.readAllBytes(drawn(second)));
        assertFalse(java.util.Arrays.equals(Files.readAllBytes(first), Files.readAllBytes(second)));
    }

    /** Esc shows the stage unchanged, and undo removes the panel. */
    @Test
    void theStageIsAsItWasAndPanelsAreUndone() {
        var before = model.session();
        var inspector = lookup("#preset").query();
        compose("#composer-add");
        assertEquals(1, model.session().figure().panels().size());
        // Keys of the stage have no effect in the composer.
        type(KeyCode.L);
        type(KeyCode.ESCAPE);
        assertTrue(lookup("#composer").tryQuery().isEmpty());
        assertTrue(plane().getScene() != null);
        assertTrue(inspector.getScene() != null);
        assertEquals(before, model.session().withFigure(before.figure()));
        press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
        until(() -> model.session().equals(before));
    }

    /** An invalid value is reported in one line beside its field, and the figure is unchanged. */
    @Test
    void whatCannotBeIsSaidAndNotTaken() {
        compose("#composer-add");
        choosePanel(0);
        type("#composer-title", "$\\nablo$");
        until(() -> text("#composer-title-problem").contains("nablo"));
        assertTrue(model.session().figure().panels().getFirst().title().isEmpty());
        type("#composer-title", "   ");
        until(() -> text("#composer-title-problem").isEmpty());
        for (String width : List.of("0mm", "NaN", "12345mm", "nature", "-3in")) {
            type("#composer-width", width);
            until(() -> !text("#composer-figure-problem").isEmpty());
            assertEquals("85mm", model.session().figure().width());
        }
        for (String size : List.of("NaN", "0", "1e9", "big")) {
            type("#composer-type", size);
            until(() -> !text("#composer-figure-problem").isEmpty());
            assertEquals(8, model.session().figure().type());
        }
        type("#composer-setting", "figure.width=85mm");
        until(() -> text("#composer-setting-problem").contains("figure"));
        type("#composer-setting", "noise.sigm=1");
        until(() -> text("#composer-setting-problem").contains("sigm"));
        dialogs.answer(folder.resolve("nowhere").resolve("f.pdf"));
        clickOn("#composer-save");
        until(() -> model.messageProperty()
                .get()
                .filter(said -> said.text().contains("nowhere"))
                .isPresent());
    }

    private void importPoints() throws IOException {
        var random = new Random(5);
        var csv = new StringBuilder("x,y\n");
        for (int i = 0; i < POINTS; i++) {
            csv.append("%.3f,%.3f%n".formatted(random.nextGaussian(), 2 * random.nextGaussian()));
        }
        var file = folder.resolve("points.csv");
        Files.writeString(file, csv.toString().replace("\r", ""));
        dialogs.answer(file);
        choose("menu-import-points");
        until(() -> model.session().density() instanceof DensitySpec.File);
    }

    private void train() {
        type(KeyCode.T);
        until(() -> model.training().step() > 30);
        type(KeyCode.T);
        until(() -> model.training().phase() == Phase.PAUSED);
    }

    /** Shows the stage and presses a key there. */
    private void stage(KeyCode key) {
        type(KeyCode.ESCAPE);
        type(key);
    }

    /** Opens the composer, if it is closed, and clicks a button. */
    private void compose(String button) {
        int before = model.session().figure().panels().size();
        if (lookup("#composer").tryQuery().isEmpty()) {
            clickOn("#export");
        }
        clickOn(button);
        until(() -> model.session().figure().panels().size() == before + 1);
    }

    private void choosePanel(int panel) {
        until(() -> lookup("#composer-panel-" + panel).tryQuery().isPresent());
        interact(() -> lookup("#composer-panel-" + panel).<Node>query().requestFocus());
        until(() -> lookup("#composer-title").query().isVisible());
    }

    private void title(int panel, String title) {
        choosePanel(panel);
        type("#composer-title", title);
        until(() -> model.session().figure().panels().get(panel).title().equals(java.util.Optional.of(title)));
    }

    /** Types into a field and presses Enter. */
    private void type(String field, String text) {
        interact(() -> {
            var typed = lookup(field).queryAs(TextField.class);
            typed.requestFocus();
            typed.setText(text);
        });
        type(KeyCode.ENTER);
    }

    @SuppressWarnings("unchecked") // the box of that name holds such values
    private <T> ComboBox<T> box(String selector) {
        return lookup(selector).queryAs(ComboBox.class);
    }

    private String text(String label) {
        return lookup(label).queryAs(javafx.scene.control.Label.class).getText();
    }

    private Path exported(String name) {
        var file = folder.resolve(name);
        dialogs.answer(file);
        clickOn("#composer-save");
        until(() -> model.messageProperty()
                .get()
                .filter(said -> said.text().contains(name))
                .isPresent());
        return file;
    }

    private Path drawn(Path exported) throws IOException {
        var again = Files.createDirectories(folder.resolve("elsewhere")).resolve(exported.getFileName());
        var said = new ByteArrayOutputStream();
        int code = Cli.run(
                new String[] {"figure", exported.toString(), "-o", again.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertEquals(0, code, () -> said.toString(StandardCharsets.UTF_8));
        return again;
    }
}
