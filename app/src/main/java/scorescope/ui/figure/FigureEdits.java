package scorescope.ui.figure;

import java.util.List;
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

/** Changes of the session's figure: each is one step of undo, and none that the session's file could not be opened with. */
final class FigureEdits {
    private final WindowModel model;

    FigureEdits(WindowModel model) {
        this.model = model;
    }

    /** Whether the change was taken. If not, the window's message says why. */
    boolean edit(UnaryOperator<FigureSpec> change) {
        return model.edit(session -> SessionFile.drawable(session.withFigure(change.apply(session.figure()))));
    }

    /**
     * Changes keys of the session, as {@code --set} does.
     *
     * @return what is wrong with it, if it was not taken
     */
    Optional<String> set(Patch change) {
        return attempt(() -> take(change));
    }

    /** @throws BadInputException if the session makes no sense with the change */
    void take(Patch change) {
        take(Patches.apply(model.session(), change));
    }

    /** @throws BadInputException if the session could not be opened again from its file */
    void take(Session session) {
        var next = SessionFile.drawable(session);
        model.edit(_ -> next);
    }

    /** What is wrong with a change, if it is refused. */
    static Optional<String> attempt(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (BadInputException bad) {
            return Optional.of(Words.text("ui.composer.problem", bad.problem(), bad.remedy()));
        }
    }

}
