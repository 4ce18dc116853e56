package scorescope.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import scorescope.ui.Look;
import scorescope.ui.MainWindow;
import scorescope.ui.ScorescopeApp;
import scorescope.ui.Workbench;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.ViewMode;
import scorescope.ui.stage.StageView;

/**
 * Frames while the noise bar is dragged through its whole range and back: the real window at 1280×800, the opening
 * session, both scores side by side. Three times: nothing trains; a network trains and yields a core to the drag;
 * a network trains and does not (the level changes without the bar being held, so the governor stays asleep).
 *
 * <p>Arguments: seconds of each measurement (6); {@code analytic} for the exact score alone instead of both.
 */
public final class FramesBench {
    private static final int INPUTS_PER_SECOND = 60;
    private static final double SWEEP_SECONDS = 3;
    private static final double WARM_UP_SECONDS = 15;

    private final Workbench workbench;
    private final StageView stage;
    private final Node bar;

    private FramesBench(Workbench workbench, Stage window) {
        this.workbench = workbench;
        stage = (StageView) window.getScene().lookup(".stage");
        bar = window.getScene().lookup("#noise-track");
    }

    static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 6;
        var mode = arguments.length > 1 && arguments[1].equals("analytic") ? ViewMode.ANALYTIC : ViewMode.SIDE_BY_SIDE;
        Platform.startup(Look::loadFonts);
        var bench = onFx(() -> open(mode));
        bench.measureAll(seconds);
        System.exit(0);
    }

    private static FramesBench open(ViewMode mode) {
        var workbench = Workbench.on(ScorescopeApp.opening());
        var window = new MainWindow(workbench, new NoDialogs(), Path.of(System.getProperty("java.io.tmpdir"), "none"));
        var stage = new Stage();
        stage.setScene(window.scene(1280, 800));
        workbench.model().viewModeProperty().set(mode);
        stage.show();
        return new FramesBench(workbench, stage);
    }

    private void measureAll(double seconds) throws Exception {
        // A few steps, so that the learned plot has arrows in every measurement.
        toggleTraining();
        until(() -> workbench.model().learnedScore().isPresent());
        toggleTraining();
        until(() -> !workbench.model().training().running());
        measure("resting", seconds, this::dragTo);
        toggleTraining();
        until(() -> workbench.model().training().step() > 100);
        measure("training-governed", seconds, this::dragTo);
        measure("training-ungoverned", seconds, this::setTo);
        toggleTraining();
    }

    private void measure(String name, double seconds, DoubleConsumer input) throws Exception {
        drive(WARM_UP_SECONDS, input);
        long cpuBefore = cpuNanos();
        long before = onFx(() -> {
            stage.meter().start();
            return workbench.model().training().step();
        });
        drive(seconds, input);
        var figures = onFx(() -> {
            stage.meter().stop();
            return stage.meter().figures();
        });
        long after = onFx(() -> workbench.model().training().step());
        print(name + "-frames", figures.frames().count(), "");
        print(name + "-frame-median", figures.frames().p50(), "ms");
        print(name + "-frame-p95", figures.frames().p95(), "ms");
        print(name + "-frame-p99", figures.frames().p99(), "ms");
        print(name + "-frame-longest", figures.frames().max(), "ms");
        print(name + "-frames-within-33ms", 100 * figures.frames().within33(), "%");
        print(name + "-input-to-picture-p95", figures.latencies().p95(), "ms");
        print(
                name + "-processor-time-a-frame",
                (cpuNanos() - cpuBefore) / 1e6 / figures.frames().count(),
                "ms");
        print(name + "-training-rate", (after - before) / seconds, "steps/s");
    }

    /** Sixty inputs a second, forth and back through the whole range; the clock does not wait for the window. */
    private void drive(double seconds, DoubleConsumer input) throws Exception {
        long start = System.nanoTime();
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        onFx(() -> {
            if (!bar.isPressed()) {
                fire(MouseEvent.MOUSE_PRESSED, 0);
            }
            return null;
        });
        var ticks = clock.scheduleAtFixedRate(
                () -> {
                    double sweeps = (System.nanoTime() - start) / 1e9 / SWEEP_SECONDS;
                    double phase = sweeps % 2;
                    double position = phase < 1 ? phase : 2 - phase;
                    Platform.runLater(() -> input.accept(position));
                },
                0,
                1_000_000_000L / INPUTS_PER_SECOND,
                TimeUnit.NANOSECONDS);
        try {
            clock.schedule(() -> ticks.cancel(false), (long) (seconds * 1000), TimeUnit.MILLISECONDS)
                    .get();
        } finally {
            clock.shutdownNow();
        }
        onFx(() -> {
            fire(MouseEvent.MOUSE_RELEASED, 0);
            return null;
        });
    }

    private void dragTo(double position) {
        fire(MouseEvent.MOUSE_DRAGGED, position * bar.getLayoutBounds().getWidth());
    }

    private void setTo(double position) {
        workbench.model().commitEdit();
        workbench.model().lookAt(0.01 * Math.pow(1000, position));
    }

    private void fire(EventType<MouseEvent> type, double x) {
        var at = bar.localToScene(x, 20);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        bar.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null));
    }

    /** Processor time of the whole program; steady where other work on the machine blurs the clock. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void toggleTraining() throws Exception {
        onFx(() -> {
            workbench.desk().startOrPause();
            return null;
        });
    }

    private static void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited a minute in vain");
            }
            Thread.sleep(20);
        }
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static void print(String name, double value, String unit) {
        System.out.println(
                String.format(Locale.ROOT, "%s %.1f %s", name, value, unit).strip());
    }

    private record NoDialogs() implements Dialogs {
        @Override
        public Optional<Path> openSession() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveSession(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> exportFigure(String suggestedName) {
            return Optional.empty();
        }
    }
}
