package scorescope.ui.figure;

import java.util.Optional;
import java.util.function.UnaryOperator;
import scorescope.core.BadInputException;
import scorescope.plot.export.SessionFile;
import scorescope.session.FigureSpec;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Changes of the session's figure. Each is one step of undo, and each leaves a session that can be saved and opened. */
final class FigureEdits {
    private final WindowModel model;

    FigureEdits(WindowModel model) {
        this.model = model;
    }

    /** Returns whether the change was made. If not, the window's message says why. */
    boolean edit(UnaryOperator<FigureSpec> change) {
        return model.edit(session -> SessionFile.drawable(session.withFigure(change.apply(session.figure()))));
    }

    /**
     * Changes keys of the session, as {@code --set} does.
     *
     * @return the problem, if the change was refused
     */
    Optional<String> set(Patch change) {
        return attempt(() -> take(change));
    }

    /** @throws BadInputException if the changed session is not valid */
    void take(Patch change) {
        take(Patches.apply(model.session(), change));
    }

    /** @throws BadInputException if the session could not be read again from its file */
    void take(Session session) {
        var next = SessionFile.drawable(session);
        model.edit(_ -> next);
    }

    /** Runs a change and returns the problem, if it is refused. */
    static Optional<String> attempt(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (BadInputException bad) {
            return Optional.of(Words.text("ui.composer.problem", bad.problem(), bad.remedy()));
        }
    }
}
