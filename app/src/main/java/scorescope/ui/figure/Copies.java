package scorescope.ui.figure;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Copies the figure, or a text about it, to the clipboard, and shows a message. */
final class Copies {
    private final WindowModel model;
    private final CopiedTexts texts;

    Copies(WindowModel model, CopiedTexts texts) {
        this.model = model;
        this.texts = texts;
    }

    void picture(Image image) {
        var content = new ClipboardContent();
        content.putImage(image);
        copied(content, "ui.composer.copy-picture");
    }

    void caption(Preview.Report report) {
        text(report.words().caption(), "ui.composer.copy-caption");
    }

    void alternative(Preview.Report report) {
        text(report.words().text(), "ui.composer.copy-alternative");
    }

    void latex() {
        text(texts.latex(), "ui.composer.copy-latex");
    }

    /** @param session the file that holds the session unchanged; empty if there is none */
    void command(Optional<Path> session) {
        texts.command(session)
                .ifPresentOrElse(
                        line -> text(line, "ui.composer.copy-command"),
                        () -> model.show(Message.note(Words.text("ui.composer.save-first"))));
    }

    private void text(String text, String what) {
        var content = new ClipboardContent();
        content.putString(text);
        copied(content, what);
    }

    private void copied(ClipboardContent content, String what) {
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        String name = Words.text(what);
        model.show(
                copied
                        ? Message.note(Words.text("ui.composer.copied", name))
                        : Message.problem(Words.text("ui.composer.not-copied", name)));
    }
}
