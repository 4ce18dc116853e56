package scorescope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescope.core.BadInputException;
import scorescope.core.io.Endings;
import scorescope.plot.export.NamedSession;
import scorescope.session.Carried;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.SourceBytes;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** The session as a file: opened, saved, and stored for recovery when the window closes with unsaved changes. */
public final class SessionFiles {

    private final WindowModel model;
    private final Dialogs dialogs;
    private final UnsavedTraining training;
    private final UnsavedWork unsavedWork;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Session> saved;
    private final BooleanBinding unsaved;

    /** The session that could not be stored when the window was about to close. */
    private Optional<Session> abandonedSession = Optional.empty();

    private Optional<Session> storedSession = Optional.empty();

    /**
     * @param recovery file for unsaved work when the window closes
     */
    public SessionFiles(WindowModel model, Dialogs dialogs, Path recovery) {
        this(model, dialogs, recovery, UnsavedTraining.NONE);
    }

    /**
     * @param training the training that closing would lose too
     */
    SessionFiles(WindowModel model, Dialogs dialogs, Path recovery, UnsavedTraining training) {
        this.model = model;
        this.training = training;
        this.dialogs = dialogs;
        unsavedWork = new UnsavedWork(recovery);
        saved = new ReadOnlyObjectWrapper<>(model.session());
        unsaved = Bindings.createBooleanBinding(
                () -> !model.session().equals(saved.get()), model.sessionProperty(), saved);
    }

    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public BooleanBinding unsaved() {
        return unsaved;
    }

    /** Records that {@code from} holds the present session. */
    public void openedFrom(Path from) {
        file.set(Optional.of(from));
        saved.set(model.session());
    }

    /** Records that the session was restored after a crash: {@code from} is its file, which may be older. */
    void broughtBack(Optional<Path> from) {
        file.set(from);
        saved.set(from.flatMap(SessionFiles::readable).orElseGet(SessionDefaults::opening));
    }

    private static Optional<Session> readable(Path file) {
        try {
            return Optional.of(SessionJson.read(file));
        } catch (BadInputException failure) {
            return Optional.empty();
        }
    }

    public void open() {
        dialogs.openSession().ifPresent(this::open);
    }

    /**
     * Opens {@code chosen}; if it cannot be used, a message says why, and nothing changes. Undo restores the session
     * before.
     */
    public void open(Path chosen) {
        openNamed(chosen.toString());
    }

    /** Opens the file of that name, or another name of a session: a recipe or a link, which have no file to save to. */
    public void openNamed(String name) {
        attempt(() -> {
            var session = NamedSession.read(name, List.of(), System.in);
            if (model.edit(before -> session)) {
                model.dismissMessage();
                file.set(NamedSession.file(name));
                saved.set(model.session());
            }
        });
    }

    /** Uses points from a file as the distribution; the session names the file with its SHA-256. */
    public void importPoints() {
        dialogs.openPoints().ifPresent(this::importPoints);
    }

    void importPoints(Path chosen) {
        attempt(() -> {
            var file = new DensitySpec.File(
                    chosen,
                    Optional.of(Carried.sha256(
                            SourceBytes.of(Carried.NOTHING, Optional.of(chosen), Optional.empty(), "density"))));
            if (model.edit(session -> session.withDensity(file))) {
                model.show(Message.note(Words.text(
                        "ui.session-files.points-from",
                        model.mixture().components().size(),
                        chosen.getFileName())));
            }
        });
    }

    public void save() {
        file.get().ifPresentOrElse(this::write, this::saveAs);
    }

    public void saveAs() {
        String suggested = file.get().map(path -> path.getFileName().toString()).orElse("untitled" + Endings.SESSION);
        dialogs.saveSession(suggested)
                .map(file -> Endings.with(file, Endings.JSON, Endings.SESSION))
                .ifPresent(this::write);
    }

    /** The file that holds the present session; empty if there is none. */
    Optional<Path> current() {
        model.settle();
        return file.get().filter(_ -> !unsaved.get());
    }

    /**
     * Stores unsaved work, so that closing the window asks nothing and loses nothing. If it cannot be stored, a message
     * says where and why, and how to save it; a second call with an unchanged session discards the work.
     *
     * @return whether the window may close
     */
    public boolean keepUnsaved() {
        model.settle();
        boolean abandoned = abandonedSession.equals(Optional.of(model.session()));
        boolean nothing = !unsaved.get() && !training.exists();
        if (nothing || storedSession.equals(Optional.of(model.session())) || abandoned) {
            return true;
        }
        try {
            unsavedWork.keep(model.session(), training);
            storedSession = Optional.of(model.session());
            return true;
        } catch (BadInputException | IOException | UncheckedIOException failure) {
            abandonedSession = Optional.of(model.session());
            model.show(Message.problem(Words.text("window.close.unkept", unsavedWork.folder(), reason(failure)))
                    .offering(new Message.Remedy(Words.text("window.close.save"), this::saveAs)));
            return false;
        }
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case BadInputException bad -> bad.problem();
            case FileSystemException file when file.getReason() != null -> file.getReason();
            case FileSystemException _ -> Words.text("window.close.refused");
            default -> String.valueOf(failure.getMessage());
        };
    }

    public boolean hasUnsavedWork() {
        return unsavedWork.newest().isPresent();
    }

    /** Restores what {@link #keepUnsaved} stored last. It remains unsaved, and undo restores the session before. */
    public void restoreUnsavedWork() {
        unsavedWork
                .newest()
                .ifPresent(file -> attempt(() -> {
                    var session = SessionJson.read(file);
                    UnaryOperator<Session> change = before -> session;
                    var trained = unsavedWork.trained(file);
                    if (session.equals(model.session()) || model.edit(change)) {
                        trained.ifPresent(checkpoint -> training.bringBack(checkpoint, unsavedWork.folder()));
                        unsavedWork.remove(file);
                        model.show(Message.note(Words.text("ui.session-files.restored-unsaved-work-last-time")));
                    }
                }));
    }

    private void write(Path target) {
        attempt(() -> {
            model.settle();
            SessionJson.write(model.session(), target);
            openedFrom(target);
            model.show(Message.note(Words.text("ui.session-files.saved", target.getFileName())));
        });
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void attempt(Attempt work) {
        try {
            work.run();
        } catch (BadInputException problem) {
            model.show(Message.of(problem));
        } catch (UncheckedIOException failure) {
            model.show(Message.of(failure.getCause()));
        } catch (IOException failure) {
            model.show(Message.of(failure));
        }
    }
}
