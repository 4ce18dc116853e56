package scorescope.ui.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import scorescope.core.BadInputException;
import scorescope.core.density.GaussianMixture;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.InputFile;
import scorescope.core.training.Checkpoint;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingRun;
import scorescope.core.training.TrainingTask;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.ProcessChange;
import scorescope.session.source.Resolved;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores.Work;
import scorescope.words.Words;

/**
 * Saves trainings to files and opens them. Files are read, checked and written in the background; the results are
 * polled once a pulse.
 */
final class TrainingFiles {
    private static final String REMEDY = Words.constant("ui.training-files.choose-file-save-weights-scorescope");
    private static final long SECONDS_TO_FINISH = 20;

    private final Background background;
    private Optional<CompletableFuture<Message>> saving = Optional.empty();
    private Optional<CompletableFuture<Opened>> opening = Optional.empty();

    /** What a file holds. */
    private record Saved(TrainingRun run, long step) {}

    private volatile Optional<Saved> lastSaved = Optional.empty();

    TrainingFiles(Background background) {
        this.background = background;
    }

    /**
     * A training in the state that its file holds.
     *
     * @param file empty if it was restored with the window's own session after a crash
     * @param session the one it was saved with
     * @param mixture its distribution
     */
    record Opened(Optional<Path> file, Session session, GaussianMixture mixture, TrainingTask task, TrainingRun run) {
        /** The session shown in the window, with this training's distribution and settings. */
        Session into(Session shown) {
            var changed = shown.withDensity(session.density()).withTraining(session.training());
            boolean sameTask = new TrainingTask(changed.training(), changed.process()).equals(task);
            return sameTask ? changed : ProcessChange.to(changed, session.process());
        }
    }

    /** Begins to write {@code run} to {@code file}. */
    void save(TrainingRun run, Session session, Path file) {
        var saved = new Saved(run, run.latest().step());
        var written = run.checkpoint(
                        SessionJson.toText(session, file.toAbsolutePath().getParent()))
                .thenApply(bytes -> {
                    try {
                        AtomicFile.write(file, bytes);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                    lastSaved = Optional.of(saved);
                    return Message.note(Words.text("ui.training-files.saved-training", file.getFileName()));
                });
        saving = Optional.of(written.exceptionally(TrainingFiles::said));
    }

    /** Begins to read {@code file}; a later request replaces an earlier one. */
    void open(Path file) {
        opening = Optional.of(background.once(
                Work.FILES,
                () -> read(bytes(file), file.toString(), file.toAbsolutePath().getParent(), Optional.of(file))));
    }

    /** Begins to read the bytes of such a file, whose relative paths start at {@code folder}. */
    void bringBack(byte[] bytes, Path folder) {
        String place = Words.text("ui.training-files.from-before");
        opening = Optional.of(background.once(Work.FILES, () -> read(bytes, place, folder, Optional.empty())));
    }

    /** Whether a file holds the present state of {@code run}. */
    boolean hold(TrainingRun run) {
        return lastSaved.equals(Optional.of(new Saved(run, run.latest().step())));
    }

    /** Whether a file is being read. */
    boolean reading() {
        return opening.isPresent();
    }

    /** Returns once how saving ended. */
    Optional<Message> saved() {
        var done = saving.filter(CompletableFuture::isDone);
        if (done.isPresent()) {
            saving = Optional.empty();
        }
        return done.map(CompletableFuture::join);
    }

    /** Returns once what was opened; if it cannot be used, {@code complain} receives the reason. */
    Optional<Opened> opened(Consumer<Message> complain) {
        var done = opening.filter(CompletableFuture::isDone);
        if (done.isEmpty()) {
            return Optional.empty();
        }
        opening = Optional.empty();
        try {
            var opened = done.map(CompletableFuture::join);
            opened.filter(training -> training.file().isPresent())
                    .ifPresent(training -> lastSaved = Optional.of(
                            new Saved(training.run(), training.run().latest().step())));
            return opened;
        } catch (CompletionException failure) {
            complain.accept(said(failure));
            return Optional.empty();
        }
    }

    /** Waits until files in progress are written. */
    void finish() {
        try {
            if (saving.isPresent()) {
                var unused = saving.get().get(SECONDS_TO_FINISH, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(Words.text("ui.training-files.training-could-not-saved"), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Opened read(byte[] bytes, String place, Path folder, Optional<Path> file) {
        var session = SessionJson.read(sessionText(bytes, place), folder, place + ": session", List.of());
        var mixture = Resolved.mixture(session);
        var task = new TrainingTask(session.training(), session.process());
        var data = TrainingData.of(mixture, task.settings());
        return new Opened(file, session, mixture, task, TrainingRun.resumed(task, data, bytes, place));
    }

    private static byte[] bytes(Path file) {
        try {
            return InputFile.bytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sessionText(byte[] bytes, String place) {
        String text;
        try {
            text = Checkpoint.session(bytes, place);
        } catch (BadInputException unreadable) {
            throw new BadInputException(unreadable.place(), unreadable.problem(), REMEDY);
        }
        if (text.isEmpty()) {
            throw new BadInputException(place, Words.text("ui.training-files.keeps-no-training-could-go"), REMEDY);
        }
        return text;
    }

    private static Message said(Throwable failure) {
        return switch (failure) {
            case BadInputException problem -> Message.of(problem);
            case CancellationException ended ->
                Message.problem(Words.text("ui.training-files.this-training-has-ended-cannot"));
            case CompletionException outer when outer.getCause() != null -> said(outer.getCause());
            case UncheckedIOException wrapped -> Message.of(wrapped.getCause());
            default ->
                Message.problem(Words.text("ui.training-files.training-could-not-saved-opened", failure.getMessage()));
        };
    }
}
