package scorescope.monkey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import scorescope.session.SessionDefaults;
import scorescope.ui.AppContext;
import scorescope.ui.MainWindow;
import scorescope.ui.ThemeStyles;
import scorescope.ui.dialog.Dialogs;

/**
 * Random keys and drags over the whole window, during a training and a run of particles. Gestures depend on the seed only;
 * their effects also on time.
 */
public final class Monkey {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 760;
    private static final int MOST_DRAGS = 6;
    private static final long SECONDS = 120;
    private static final long PAUSE_NANOS = 500_000_000L;

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.SPACE,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.TAB,
            KeyCode.ENTER,
            KeyCode.ESCAPE,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.DELETE,
            KeyCode.F5,
            KeyCode.F6,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PERIOD,
            KeyCode.A,
            KeyCode.L,
            KeyCode.D,
            KeyCode.O,
            KeyCode.T,
            KeyCode.P,
            KeyCode.E,
            KeyCode.B,
            KeyCode.S,
            KeyCode.C,
            KeyCode.N,
            KeyCode.K,
            KeyCode.Z,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4);

    private final Random random;
    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private final AppContext context;
    private final MainWindow window;
    private final Stage stage;
    private final StallWatch stalls = new StallWatch(PAUSE_NANOS * 4 / 5);
    private long longest;
    private long longestWork;

    /** The last gesture. */
    private String done = "";

    private final List<String> notable = new ArrayList<>();

    private Monkey(long seed, Path folder) {
        random = new Random(seed);
        ThemeStyles.loadFonts();
        context = AppContext.on(SessionDefaults.opening());
        window = new MainWindow(context, Dialogs.NOBODY, folder.resolve("recovery.scorescope.json"));
        stage = new Stage();
        stage.setScene(window.scene(WIDTH, HEIGHT));
        // The headless screen is 1000 × 1000.
        stage.setX(0);
        stage.setY(0);
        stage.show();
        context.training().start();
        context.player().play();
    }

    /**
     * Result of a run.
     *
     * @param thrown exceptions of all threads
     * @param longestMillis longest time from a gesture to the end of its work on the window's thread
     * @param longestWorkMillis largest processor time of the window's thread from the end of a gesture to the end of the next one,
     *     frames included; unlike longestMillis it does not grow with the load of the machine
     * @param notable gestures that took more than half a second, with a stack trace of the window's thread, or threw
     * @param megabytes growth of live memory from a tenth of the gestures to the end
     */
    public record Outcome(
            List<Throwable> thrown,
            double longestMillis,
            double longestWorkMillis,
            double megabytes,
            List<String> notable) {}

    /** Arguments: number of gestures (20,000) and seed. */
    public static void main(String[] arguments) throws Exception {
        int gestures = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("monkey-seed " + seed);
        var outcome = run(gestures, seed, Path.of(System.getProperty("java.io.tmpdir")));
        System.out.println("monkey-gestures " + gestures + "\nmonkey-longest-pause " + outcome.longestMillis()
                + " ms\nmonkey-longest-work " + outcome.longestWorkMillis() + " ms\nmonkey-memory-grown "
                + outcome.megabytes() + " MB\nmonkey-exceptions "
                + outcome.thrown().size());
        outcome.notable().forEach(System.out::println);
        outcome.thrown().forEach(Throwable::printStackTrace);
        System.exit(outcome.thrown().isEmpty() ? 0 : 1);
    }

    static Outcome run(int gestures, long seed, Path folder) throws Exception {
        start();
        var monkey = onFx(() -> new Monkey(seed, folder));
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> monkey.thrown.add(failure));
        try {
            return monkey.run(gestures);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            onFx(() -> {
                monkey.stage.hide();
                monkey.window.close();
                return true;
            });
        }
    }

    private static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            // Another test of this process has started it.
        }
        Platform.setImplicitExit(false);
    }

    private Outcome run(int gestures) throws Exception {
        double early = 0;
        for (int i = 0; i < gestures; i++) {
            if (i == gestures / 10) {
                early = megabytes();
            }
            int number = i;
            long startNanos = System.nanoTime();
            stalls.begin(startNanos);
            onFx(() -> {
                int before = thrown.size();
                gesture();
                String stood = stalls.end();
                long took = System.nanoTime() - startNanos;
                longest = Math.max(longest, took);
                longestWork = Math.max(longestWork, stalls.work());
                if (took > PAUSE_NANOS || stalls.work() > PAUSE_NANOS / 5 || thrown.size() > before) {
                    notable.add(number + " " + done + " took " + took / 1_000_000 + " ms, work "
                            + stalls.work() / 1_000_000 + " ms" + stood);
                }
                return true;
            });
        }
        stalls.stop();
        return new Outcome(
                List.copyOf(thrown), 1e-6 * longest, 1e-6 * longestWork, megabytes() - early, List.copyOf(notable));
    }

    private static double megabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return 1e-6 * (runtime.totalMemory() - runtime.freeMemory());
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(SECONDS, TimeUnit.SECONDS);
    }

    /** An exception in a handler is thrown here, since events are fired by hand. */
    private void gesture() {
        try {
            switch (random.nextInt(4)) {
                case 0 -> drag();
                case 1 -> wheel();
                default -> key();
            }
        } catch (RuntimeException failure) {
            thrown.add(failure);
        }
    }

    private Scene scene() {
        return stage.getScene();
    }

    private void key() {
        var code = KEYS.get(random.nextInt(KEYS.size()));
        boolean control = random.nextInt(6) == 0;
        boolean alt = random.nextInt(8) == 0;
        boolean shift = random.nextInt(5) == 0;
        done = (control ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + code;
        String text = code.isLetterKey() ? code.getName().toLowerCase(Locale.ROOT) : "";
        Node target = Optional.ofNullable(scene().getFocusOwner()).orElse(scene().getRoot());
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(target, new KeyEvent(type, "", text, code, shift, control, alt, false));
        }
    }

    private void drag() {
        double x = random.nextDouble() * WIDTH;
        double y = random.nextDouble() * HEIGHT;
        var target = SceneEvents.at(scene().getRoot(), x, y);
        var button = random.nextInt(8) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
        int clicks = random.nextInt(5) == 0 ? 2 : 1;
        done = button + " on " + target.getClass().getSimpleName() + " " + target.getId();
        SceneEvents.mouse(target, MouseEvent.MOUSE_PRESSED, x, y, button, clicks);
        int steps = random.nextInt(MOST_DRAGS);
        for (int i = 0; i < steps; i++) {
            x += 40 * random.nextGaussian();
            y += 40 * random.nextGaussian();
            SceneEvents.mouse(target, MouseEvent.MOUSE_DRAGGED, x, y, button, clicks);
        }
        SceneEvents.mouse(target, MouseEvent.MOUSE_RELEASED, x, y, button, clicks);
        if (steps == 0) {
            SceneEvents.mouse(target, MouseEvent.MOUSE_CLICKED, x, y, button, clicks);
        }
    }

    private void wheel() {
        double x = random.nextDouble() * WIDTH;
        double y = random.nextDouble() * HEIGHT;
        var target = SceneEvents.at(scene().getRoot(), x, y);
        done = "wheel on " + target.getClass().getSimpleName() + " " + target.getId();
        double delta = 40 * (random.nextInt(5) - 2);
        SceneEvents.wheel(target, x, y, delta, random.nextInt(4) == 0);
    }
}
