package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import scorescope.core.BadInputException;
import scorescope.core.training.Checkpoint;
import scorescope.plot.export.NamedSession;
import scorescope.plot.export.SessionFile;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.Message;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Opens every kind of input, recognised by its content: sessions, figures, trainings, points, pictures, links. */
final class FileOpening {
    private final WindowModel model;
    private final SessionFiles files;
    private final TrainingController training;
    private final Dialogs dialogs;
    private final RecentFiles recent;

    FileOpening(
            WindowModel model, SessionFiles files, TrainingController training, Dialogs dialogs, RecentFiles recent) {
        this.model = model;
        this.files = files;
        this.training = training;
        this.dialogs = dialogs;
        this.recent = recent;
        files.fileProperty().addListener((_, _, file) -> file.ifPresent(recent::add));
    }

    /** Asks for a file, and opens it. */
    void ask() {
        dialogs.openSession().ifPresent(this::open);
    }

    /** Opens {@code file} according to its content; if it cannot be used, a message says why, and nothing changes. */
    void open(Path file) {
        try {
            if (Checkpoint.isIn(file)) {
                training.open(file);
            } else if (SessionFile.carriesSession(file)) {
                files.openNamed(file.toString());
            } else {
                files.importPoints(file);
            }
        } catch (BadInputException bad) {
            model.show(Message.of(bad));
        } catch (IOException unreadable) {
            model.show(Message.of(unreadable));
        }
    }

    /** Opens a link, or the file of that name. */
    void open(String text) {
        String name = text.strip();
        if (NamedSession.exists(name)) {
            files.openNamed(name);
        } else {
            model.show(Message.note(Words.text("ui.file-opening.no-link")));
        }
    }

    /** Opens the file, recipe or link of that name as a session. */
    void openNamed(String name) {
        files.openNamed(name);
    }

    /** Session files opened or saved recently, the newest first. */
    List<Path> recent() {
        return recent.all();
    }

    /** Whether the clipboard holds something that can be opened. */
    boolean canPaste() {
        var clipboard = Clipboard.getSystemClipboard();
        return clipboard.hasFiles() || pasted().isPresent();
    }

    private static Optional<String> pasted() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                .map(String::strip)
                .filter(text -> text.lines().count() == 1)
                .filter(NamedSession::exists);
    }

    void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            open(clipboard.getFiles().getFirst().toPath());
        } else {
            pasted().ifPresent(this::open);
        }
    }
}
