package scorescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.session.Session;
import scorescope.ui.model.Message;
import scorescope.ui.recovery.Journal;
import scorescope.ui.recovery.Recovered;
import scorescope.ui.recovery.Recovery;

/** Opens a window where a killed one stood, without a question, and keeps its work from the next crash until it is closed. */
public final class CrashRecovery implements AutoCloseable {
    private final Recovery recovery;
    private Optional<Recovered> recovered = Optional.empty();
    private Optional<Message> complaint = Optional.empty();
    private Optional<Journal> journal = Optional.empty();

    /** @param folder of the slots of all windows */
    public CrashRecovery(Path folder) {
        recovery = new Recovery(folder);
    }

    /** On the work that a killed window left last, else on {@code opening}. What cannot be used stays, and {@link #guard} says why. */
    public AppContext context(Session opening) {
        try {
            recovered = recovery.take();
            return AppContext.on(recovered.map(Recovered::session).orElse(opening));
        } catch (BadInputException unusable) {
            recovery.letGo();
            recovered = Optional.empty();
            complaint = Optional.of(Message.of(unusable));
            return AppContext.on(opening);
        }
    }

    /** Brings back the training and the name of the file, and keeps the window's work from now on. */
    public void guard(AppContext context, SessionFiles files) {
        recovered.ifPresent(work -> {
            files.broughtBack(work.file());
            work.training().ifPresent(checkpoint -> context.training().bringBack(checkpoint, work.folder()));
        });
        complaint.ifPresent(context.model()::show);
        journal = Optional.of(new Journal(
                recovery, context.model(), context.training(), context.background(), () -> files.fileProperty()
                        .get()));
    }

    /** The window ends as it should: nothing is left of it. */
    @Override
    public void close() {
        journal.ifPresent(Journal::close);
        journal = Optional.empty();
    }
}
