package scorescope.ui.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import scorescope.core.BadInputException;
import scorescope.core.training.TrainingState;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.model.Message;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * Stores a window's work in its slot, at most two seconds old: the session, the training (weights, optimizer, losses)
 * and the name of the session's file. Seven tenths of a second after the last write began it writes in the background
 * what has changed since. Belongs to the JavaFX thread.
 */
public final class Journal implements AutoCloseable {
    private static final long NANOS_BETWEEN = 700_000_000L;

    private static final CompletableFuture<Optional<byte[]>> NO_WEIGHTS =
            CompletableFuture.completedFuture(Optional.empty());

    private final Recovery recovery;
    private final WindowModel model;
    private final TrainingController training;
    private final Background background;
    private final Supplier<Optional<Path>> file;
    private final Pulses.Listener pulses;

    /** The content of the slot; empty if the last write failed. */
    private Optional<Moment> written;

    private CompletableFuture<Optional<String>> writing = CompletableFuture.completedFuture(Optional.empty());
    private long lastWriteNanos = System.nanoTime();
    private boolean complained;
    private boolean closed;

    /** The values that are stored together. */
    private record Moment(Session session, Optional<Path> file, Optional<TrainingState> trained) {}

    /** @param file the session's file; a session that nothing has changed since the window opened is not written */
    public Journal(
            Recovery recovery,
            WindowModel model,
            TrainingController training,
            Background background,
            Supplier<Optional<Path>> file) {
        this.recovery = recovery;
        this.model = model;
        this.training = training;
        this.background = background;
        this.file = file;
        written = Optional.of(moment());
        pulses = background.pulses().listen(this::pulse);
        pulses.wake();
    }

    private Moment moment() {
        return new Moment(model.asItStands(), file.get(), training.learned());
    }

    private boolean pulse() {
        long now = System.nanoTime();
        if (writing.isDone() && now - lastWriteNanos >= NANOS_BETWEEN && !training.reading()) {
            lastWriteNanos = now;
            complain(writing.join());
            var present = moment();
            if (!Optional.of(present).equals(written)) {
                write(present);
            }
        }
        return true;
    }

    private void write(Moment present) {
        var before = written;
        written = Optional.of(present);
        boolean trained = present.trained().isPresent() && !present.trained().equals(before.flatMap(Moment::trained));
        boolean named = before.map(Moment::file).filter(present.file()::equals).isEmpty();
        writing = (trained ? training.checkpoint(recovery.folder()).thenApply(Optional::of) : NO_WEIGHTS)
                .exceptionally(_ -> Optional.empty())
                .thenCompose(weights -> background.once(Work.FILES, () -> write(present, weights, named)));
    }

    /** In the background; why it failed, if it did. */
    private Optional<String> write(Moment present, Optional<byte[]> weights, boolean named) {
        try {
            var slot = recovery.slot();
            if (slot.isPresent()) {
                write(slot.get(), present, weights, named);
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException | BadInputException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    /** The session last: a slot without one is not restored. */
    private static void write(RecoverySlot slot, Moment present, Optional<byte[]> weights, boolean named)
            throws IOException {
        if (present.trained().isEmpty()) {
            slot.remove(RecoverySlot.TRAINING);
        } else if (weights.isPresent()) {
            slot.write(RecoverySlot.TRAINING, weights.get());
        }
        if (named && present.file().isPresent()) {
            slot.write(
                    RecoverySlot.FILE,
                    bytes(present.file().get().toAbsolutePath().toString()));
        } else if (named) {
            slot.remove(RecoverySlot.FILE);
        }
        slot.write(RecoverySlot.SESSION, bytes(SessionJson.toText(present.session(), slot.folder())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says once that work is not safe from a crash; it is tried again every second. */
    private void complain(Optional<String> failure) {
        if (failure.isPresent()) {
            written = Optional.empty();
        }
        if (failure.isPresent() && !complained) {
            model.show(Message.problem(Words.text("window.recovery.unkept", failure.get())));
        }
        complained = failure.isPresent();
    }

    /** Ends recording after a regular close and deletes the slot. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        pulses.close();
        try {
            recovery.discard();
        } catch (IOException notDeleted) {
            throw new UncheckedIOException(notDeleted);
        }
    }
}
