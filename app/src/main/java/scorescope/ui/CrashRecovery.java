package scorescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.session.Session;
import scorescope.ui.model.Message;
import scorescope.ui.recovery.Journal;
import scorescope.ui.recovery.Recovered;
import scorescope.ui.recovery.Recovery;

/**
 * Restores the work of a window that was killed, without asking, and protects the new window's work until it is closed.
 */
public final class CrashRecovery implements AutoCloseable {
    private final Recovery recovery;
    private Optional<Recovered> recovered = Optional.empty();
    private Optional<Message> complaint = Optional.empty();
    private Optional<Journal> journal = Optional.empty();

    /** @param folder of the slots of all windows */
    public CrashRecovery(Path folder) {
        recovery = new Recovery(folder);
    }

    /**
     * A context with the newest work of a killed window, else with {@code opening}. Work that cannot be used is left in
     * place, and {@link #guard} says why.
     */
    public AppContext context(Session opening) {
        try {
            recovered = recovery.take();
            return AppContext.on(recovered.map(Recovered::session).orElse(opening));
        } catch (BadInputException unusable) {
            recovery.release();
            recovered = Optional.empty();
            complaint = Optional.of(Message.of(unusable));
            return AppContext.on(opening);
        }
    }

    /** Restores the training and the name of the file, and records the window's work from now on. */
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

    /** Ends recording after a regular close and deletes the records. */
    @Override
    public void close() {
        journal.ifPresent(Journal::close);
        journal = Optional.empty();
    }
}
