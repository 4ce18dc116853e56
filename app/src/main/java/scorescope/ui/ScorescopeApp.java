package scorescope.ui;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import scorescope.core.tensor.Tensors;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.dialog.FileDialogs;
import scorescope.ui.preference.PreferencesFile;
import scorescope.words.Words;

/** The program with a window. */
public final class ScorescopeApp extends Application {
    /** System property that the build sets to run the {@link Rehearsal}. */
    public static final String REHEARSAL = "scorescope.rehearsal";

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final CrashRecovery crash = new CrashRecovery(home().resolve("recovery"));

    /** Opens the window on the session of that name, and returns when it is closed. */
    public static void launch(Optional<String> session) {
        ToolkitSettings.quickenPulses();
        ToolkitSettings.leaveNoTraces();
        ToolkitSettings.findPlaceForLibraries();
        Application.launch(ScorescopeApp.class, session.stream().toArray(String[]::new));
    }

    /** The session that the window opens with: the defaults of a session file. */
    public static Session opening() {
        return SessionDefaults.opening();
    }

    @Override
    public void start(Stage stage) {
        ThemeStyles.loadFonts();
        var named = getParameters().getRaw().stream().findFirst();
        // Tested first, since recording work creates the folder.
        boolean first = named.isEmpty() && !Boolean.getBoolean(REHEARSAL) && FirstStart.isFirst(home());
        var context = named.isPresent() ? AppContext.on(opening()) : crash.context(opening());
        PreferencesFile.keep(context.model().preferences(), home().resolve("preferences.properties"));
        var window = new MainWindow(context, new FileDialogs(() -> stage), home().resolve("recovery.scorescope.json"));
        crash.guard(context, window.files());
        named.ifPresent(window.files()::openNamed);
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(window.scene(Math.min(1280, screen.getWidth()), Math.min(800, screen.getHeight())));
        context.model().preferences().scaleProperty().subscribe(scale -> {
            stage.setMinWidth(Math.min(scale.factor() * MainWindow.MIN_WIDTH, screen.getWidth()));
            stage.setMinHeight(Math.min(scale.factor() * MainWindow.MIN_HEIGHT, screen.getHeight()));
        });
        ICON_SIZES.forEach(size -> icon(size).map(Image::new).ifPresent(stage.getIcons()::add));
        stage.titleProperty().bind(window.files().fileProperty().map(file -> file.map(
                        path -> Words.text("ui.window.title", path.getFileName()))
                .orElse("Scorescope")));
        stage.setOnCloseRequest(event -> {
            if (!window.mayClose()) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> {
            boolean unusedAnswer = window.mayClose();
            crash.close();
            window.close();
        });
        if (first) {
            window.welcome();
        }
        stage.show();
        afterFirstFrame(context, stage.getScene());
    }

    /** Loads the matrix library, which takes seconds, only after the first frame. */
    private static void afterFirstFrame(AppContext context, Scene scene) {
        boolean report = Boolean.getBoolean("scorescope.startup.report");
        var pulses = new AtomicInteger();
        context.background()
                .pulses()
                .listen(() -> {
                    // When the third pulse begins, the second one has been drawn.
                    boolean drawn = pulses.incrementAndGet() == 3;
                    if (drawn && report) {
                        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
                        System.out.println("first-frame " + (System.currentTimeMillis() - started) + " ms");
                        Platform.exit();
                    } else if (drawn) {
                        var unused = Tensors.start();
                        if (Boolean.getBoolean(REHEARSAL)) {
                            new Rehearsal(context, scene.lookup("#noise-track")).start();
                        }
                    }
                    return !drawn;
                })
                .wake();
    }

    /** Also called if the toolkit ends without closing the window. */
    @Override
    public void stop() {
        crash.close();
    }

    /** The folder for files that the program keeps between starts. */
    private static Path home() {
        var home = System.getProperty("scorescope.home");
        return home == null ? Path.of(System.getProperty("user.home"), ".scorescope") : Path.of(home);
    }

    private static Optional<InputStream> icon(int size) {
        return Optional.ofNullable(
                ScorescopeApp.class.getResourceAsStream("/scorescope/icons/scorescope-" + size + ".png"));
    }
}
