package scorescope;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.cli.Cli;
import scorescope.cli.CommandRehearsal;
import scorescope.cli.ResultStream;
import scorescope.cli.WindowPictures;
import scorescope.core.io.TemporaryFolder;
import scorescope.core.parameter.Nearest;
import scorescope.plot.export.NamedSession;
import scorescope.session.Session;
import scorescope.ui.ScorescopeApp;
import scorescope.ui.Snapshot;
import scorescope.ui.preference.Theme;
import scorescope.words.Words;

/** Main class: opens the window or runs a command. Neither loads classes that only the other needs. */
public final class Scorescope {
    /** System property: file for a picture of the opening view if there is no display; unset, a missing display is an error. */
    private static final String PICTURE = "scorescope.picture";

    private static final String TEMPORARY_FOLDER = "scorescope.tmpdir";
    private static final String TOOLKIT_FOLDER = "javafx.cachedir";

    /** Loads classes of the window on first use only. */
    private static final WindowPictures WINDOW = new WindowPictures() {
        @Override
        public Session opening() {
            return ScorescopeApp.opening();
        }

        @Override
        public void draw(Session session, int width, int height, boolean dark, Path png) {
            Snapshot.draw(session, width, height, png, dark ? Theme.DARK : Theme.LIGHT);
        }
    };

    private Scorescope() {}

    public static void main(String[] args) {
        takeTemporaryFolder();
        placeToolkit();
        var out = new ResultStream(new FileOutputStream(FileDescriptor.out));
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        out.flush();
        err.flush();
        if (code != Cli.DONE || othersRun()) {
            System.exit(code);
        }
    }

    /**
     * Whether a thread would keep the program alive. If none does, {@code System.exit} is not called: it looks for a logger in
     * every library first, which is a large part of the time of a short command.
     */
    private static boolean othersRun() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> !thread.isDaemon() && !thread.equals(Thread.currentThread()));
    }

    /** The launcher passes a missing temporary folder under another name, since Java would print a warning of its own. */
    private static void takeTemporaryFolder() {
        String folder = System.getProperty(TEMPORARY_FOLDER);
        if (folder != null) {
            System.setProperty("java.io.tmpdir", folder);
        }
    }

    /**
     * JavaFX unpacks its libraries below the home folder. If that is not writable it prints several lines and uses the folder
     * for temporary files; this sets that folder beforehand.
     */
    private static void placeToolkit() {
        Path place = Path.of(System.getProperty("user.home"), ".openjfx").toAbsolutePath();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        if (!Files.isWritable(place) && System.getProperty(TOOLKIT_FOLDER) == null) {
            String own = "openjfx-" + System.getProperty("user.name");
            System.setProperty(
                    TOOLKIT_FOLDER,
                    Path.of(System.getProperty("java.io.tmpdir"), own).toString());
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length == 0) {
            return window(Optional.empty(), out, err);
        }
        String first = args[0];
        if (first.startsWith("-") || Cli.names(WINDOW).contains(first)) {
            if (Boolean.getBoolean(ScorescopeApp.REHEARSAL)) {
                new CommandRehearsal(WINDOW, out, err).run();
            }
            return Cli.run(args, out, err, WINDOW);
        }
        if (!NamedSession.exists(first)) {
            String shown = (first.length() > 60 ? first.substring(0, 60) + "…" : first).replaceAll("\\p{Cntrl}", " ");
            say(err, "cli.start.neither", shown, Nearest.of(shown, Cli.names(WINDOW)));
            return Cli.BAD_INPUT;
        }
        if (args.length > 1) {
            say(err, "cli.start.one-session", first);
            return Cli.BAD_INPUT;
        }
        return window(Optional.of(first), out, err);
    }

    /** Prints a sentence of the bundles as the program's. */
    private static void say(PrintStream err, String key, Object... arguments) {
        err.println("scorescope: " + Words.text(key, arguments));
    }

    private static int window(Optional<String> session, PrintStream out, PrintStream err) {
        if (!hasDisplay()) {
            return withoutDisplay(out, err);
        }
        var noTemporaryFolder = TemporaryFolder.problem();
        if (noTemporaryFolder.isPresent()) {
            err.println("scorescope: " + noTemporaryFolder.get().getMessage());
            return Cli.FAILED;
        }
        try {
            ScorescopeApp.launch(session);
            return Cli.DONE;
        } catch (RuntimeException failure) {
            say(
                    err,
                    "cli.start.not-opened",
                    String.valueOf(failure.getMessage()).replaceAll("\\R.*", ""));
            return Cli.FAILED;
        }
    }

    /** On Unix a window needs an X display, unless JavaFX runs with another platform. */
    private static boolean hasDisplay() {
        String system = System.getProperty("os.name");
        boolean needed = !system.startsWith("Windows")
                && !system.startsWith("Mac")
                && System.getProperty("glass.platform", "").isEmpty();
        String display = System.getenv("DISPLAY");
        return !needed || (display != null && !display.isEmpty());
    }

    private static int withoutDisplay(PrintStream out, PrintStream err) {
        String picture = System.getProperty(PICTURE);
        if (picture == null) {
            say(err, "cli.start.no-display");
            return Cli.FAILED;
        }
        try {
            Files.createDirectories(Path.of(picture).toAbsolutePath().getParent());
        } catch (IOException noFolder) {
            say(err, "cli.start.no-folder", picture);
            return Cli.FAILED;
        }
        int code = Cli.run(new String[] {"snapshot", "-o", picture}, out, err, WINDOW);
        if (code == Cli.DONE) {
            out.println(Words.text("cli.start.drawn", picture));
        }
        return code;
    }
}
