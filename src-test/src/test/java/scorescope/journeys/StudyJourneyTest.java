package scorescope.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import scorescope.plot.export.SessionFile;
import scorescope.plot.study.Course;
import scorescope.plot.study.StudyCatalog;
import scorescope.words.Words;

/** A study in the window: open, move its clock, export, close. */
final class StudyJourneyTest extends WindowJourney {
    @Test
    void aStudyIsOpenedScrubbedExportedAndLeft() throws Exception {
        open("forward-process");
        until(() -> said().contains("t = 0.001"));
        dragThumb("#study-clock", 60);
        double moment = model.session().view().study().moment();
        assertTrue(moment > 0.1 && moment < 1, () -> "moment " + moment);
        until(() -> !said().contains("t = 0.001"));

        var svg = folder.resolve("study.svg");
        dialogs.answer(svg);
        clickOn("#export").clickOn("#composer-save");
        until(() -> Files.exists(svg));
        clickOn("#composer-back");
        var carried = SessionFile.read(svg).view().study();
        assertEquals(Optional.of("forward-process"), carried.name());
        assertEquals(moment, carried.moment());
        assertTrue(Files.readString(svg).contains("By steps"));

        push(KeyCode.ESCAPE);
        assertFalse(context.studies().shown());
        assertTrue(lookup(".stage").query().isVisible());
        assertFalse(model.undoableProperty().get(), "opening and playing a study changes nothing that is studied");
    }

    @Test
    void theSpaceKeyPlaysTheClockAndItStandsWhereItIsPaused() {
        open("fokker-planck");
        type(KeyCode.SPACE);
        until(() -> context.studies().momentProperty().get() > 0.05);
        type(KeyCode.SPACE);
        assertFalse(context.studies().playingProperty().get());
        assertEquals(
                context.studies().momentProperty().get(),
                model.session().view().study().moment());
        assertEquals(0, model.analyticParticlesProperty().get().count());
    }

    @Test
    void studiesAreReachedByTheKeyboardAlone() {
        clickOn("#studies");
        var counted = lookup("#studies-count").queryLabeled();
        int all = StudyCatalog.CATALOG.ids().size();
        assertEquals(Words.text("ui.studies.count", all), counted.getText());
        write("posterior");
        assertNotEquals(Words.text("ui.studies.count", all), counted.getText());
        type(KeyCode.ENTER);
        assertEquals(
                Optional.of("posterior-average"), model.session().view().study().name());
        type(KeyCode.PAGE_DOWN);
        var part = Course.place("posterior-average").part().studies();
        assertEquals(
                Optional.of(part.get(1).id()), model.session().view().study().name());
        assertTrue(lookup("#study-place").queryLabeled().getText().startsWith("2 of " + part.size()));
        double sigma = model.level().sigma();
        clickOn("#studies");
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        assertEquals(sigma, model.level().sigma(), "arrows go from card to card");
        type(KeyCode.SPACE);
        assertEquals(
                Optional.of("posterior-average"),
                model.session().view().study().name(),
                "two lines of cards below the first, where three stand in a line");
    }

    @Test
    void theNoiseBarMovesTheFilmStrip() {
        open("film-strip");
        until(() -> !said().isEmpty());
        double sigma = model.level().sigma();
        drag(lookup(".noise-thumb").<Node>query()).moveBy(60, 0).drop();
        assertTrue(model.level().sigma() > sigma);
        assertFalse(lookup("#study-play").query().isVisible());
    }

    private void open(String study) {
        clickOn("#studies");
        write(study);
        type(KeyCode.ENTER);
        assertTrue(lookup("#study").query().isVisible());
        assertFalse(lookup(".stage").query().isVisible());
    }

    /** Description of the study's picture. */
    private String said() {
        var text = lookup("#study-picture").query().getAccessibleText();
        return text == null ? "" : text;
    }
}
