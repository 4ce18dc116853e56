package scorescope.ui;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Scale;
import scorescope.core.BadInputException;
import scorescope.plot.export.EmbeddedSession;
import scorescope.plot.picture.Description;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Findings;
import scorescope.session.Session;
import scorescope.session.code.PythonProgram;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.model.Message;
import scorescope.words.Words;

/** Copies the picture of the stage, or the session in another form, to the clipboard, and shows a message. */
final class SessionCopies {
    private static final double PIXELS = 2;
    private static final String WEIGHTS = "net.npz";

    private final AppContext context;
    private final Supplier<Node> pictured;

    /**
     * @param pictured the node that shows the picture
     */
    SessionCopies(AppContext context, Supplier<Node> pictured) {
        this.context = context;
        this.pictured = pictured;
    }

    private Session session() {
        context.model().settle();
        return context.model().session();
    }

    void picture() {
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(PIXELS, PIXELS));
        var content = new ClipboardContent();
        content.putImage(pictured.get().snapshot(parameters, null));
        put(content, "copy-picture");
    }

    void link() {
        text("copy-link", () -> EmbeddedSession.link(session()));
    }

    /** Copies the command that draws the same figure. */
    void command() {
        text("copy-command", () -> Words.text("ui.copies.command-line", EmbeddedSession.link(session())));
    }

    void python() {
        text("copy-python", () -> PythonProgram.of(session(), WEIGHTS));
    }

    void caption() {
        described("copy-caption", Description::caption);
    }

    void description() {
        described("copy-description", Description::text);
    }

    /** Copies a part of the description, which is computed in the background since it draws the figure first. */
    private void described(String id, Function<Description, String> part) {
        var session = session();
        context.background()
                .once(
                        Work.FIGURE,
                        () -> said(() -> part.apply(Pictures.described(session, Findings.NONE))),
                        said -> said.put(id));
    }

    private void text(String id, Supplier<String> made) {
        said(made).put(id);
    }

    private interface Said {
        void put(String id);
    }

    private Said said(Supplier<String> made) {
        try {
            String text = made.get();
            return id -> {
                var content = new ClipboardContent();
                content.putString(text);
                put(content, id);
            };
        } catch (BadInputException bad) {
            return _ -> context.model().show(Message.of(bad));
        }
    }

    private void put(ClipboardContent content, String id) {
        boolean copied = Clipboard.getSystemClipboard().setContent(content);
        String name = Words.text("ui.command." + id);
        context.model()
                .show(
                        copied
                                ? Message.note(Words.text("ui.copies.copied", name))
                                : Message.problem(Words.text("ui.composer.not-copied", name)));
    }
}
