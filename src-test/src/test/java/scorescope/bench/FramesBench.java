package scorescope.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import scorescope.session.Shown;
import scorescope.ui.AppContext;
import scorescope.ui.Pointer;
import scorescope.ui.ScorescopeApp;
import scorescope.ui.stage.StageView;

/**
 * Frame times while the noise bar is dragged through its whole range and back: the real window at 1280×800, the opening
 * session, both scores side by side. Three cases: without training; with a training that yields a core to the drag; with a
 * training that does not (the level is set by the program, so that the governor does not notice a drag).
 *
 * <p>Arguments: seconds of each measurement (6); {@code analytic} for the exact score alone; {@code run} for the exact score
 * alone and a run of 2,000 particles at step 200, which each change computes again; seconds of dragging before each
 * measurement (15), fewer of which show the state before warm-up.
 */
public final class FramesBench {
    /** As many as a mouse reports: with fewer than pulses, a frame without input would count as late. */
    private static final int INPUTS_PER_SECOND = 125;

    private static final double SWEEP_SECONDS = 3;
    private static final int RUN_STEP = 200;

    private final AppContext context;
    private final StageView stage;
    private final Node bar;
    private final Pointer pointer;
    private final double warmUpSeconds;

    private FramesBench(BenchWindow opened, double warmUpSeconds) {
        this.warmUpSeconds = warmUpSeconds;
        context = opened.context();
        stage = opened.stage();
        bar = opened.node("#noise-track");
        pointer = new Pointer(bar);
    }

    static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 6;
        boolean run = arguments.length > 1 && arguments[1].equals("run");
        boolean alone = run || (arguments.length > 1 && arguments[1].equals("analytic"));
        double warmUpSeconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 15;
        var mode = alone ? Shown.ANALYTIC : Shown.SIDE_BY_SIDE;
        var opened = BenchWindow.open(ScorescopeApp.opening());
        var bench = BenchWindow.onFx(() -> {
            opened.context().model().showScore(mode);
            return new FramesBench(opened, warmUpSeconds);
        });
        if (run) {
            bench.measureWithRun(seconds);
        } else {
            bench.measureAll(seconds);
        }
        System.exit(0);
    }

    private void measureWithRun(double seconds) throws Exception {
        BenchWindow.onFx(() -> {
            context.player().seek(RUN_STEP);
            return null;
        });
        BenchWindow.until(() -> context.player().settled());
        measure("standing-run", seconds, this::dragTo);
        long released = System.nanoTime();
        BenchWindow.until(() -> context.player().settled());
        BenchWindow.print("standing-run-particles-after-release", (System.nanoTime() - released) / 1e6, "ms");
    }

    private void measureAll(double seconds) throws Exception {
        // Some steps, so that the learned plot has arrows in every measurement.
        toggleTraining();
        BenchWindow.until(() -> context.model().learnedScore().isPresent());
        toggleTraining();
        BenchWindow.until(() -> !context.model().training().running());
        measure("resting", seconds, this::dragTo);
        toggleTraining();
        BenchWindow.until(() -> context.model().training().step() > 100);
        measure("training-governed", seconds, this::dragTo);
        measure("training-ungoverned", seconds, this::setTo);
        toggleTraining();
    }

    private void measure(String name, double seconds, DoubleConsumer input) throws Exception {
        drive(warmUpSeconds, input);
        var stolen = new StolenTime();
        var cost = new FrameCost();
        long before = BenchWindow.onFx(() -> {
            stage.meter().start();
            return context.model().training().step();
        });
        drive(seconds, input);
        var figures = BenchWindow.onFx(() -> {
            stage.meter().stop();
            return stage.meter().figures();
        });
        long after = BenchWindow.onFx(() -> context.model().training().step());
        BenchWindow.print(name, figures, cost);
        stolen.print(name);
        BenchWindow.print(name + "-training-rate", (after - before) / seconds, "steps/s");
    }

    /** {@link #INPUTS_PER_SECOND}, through the whole range and back; their clock does not wait for the window. */
    private void drive(double seconds, DoubleConsumer input) throws Exception {
        long start = System.nanoTime();
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        BenchWindow.onFx(() -> {
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
        BenchWindow.onFx(() -> {
            fire(MouseEvent.MOUSE_RELEASED, 0);
            return null;
        });
    }

    private void dragTo(double position) {
        fire(MouseEvent.MOUSE_DRAGGED, position * bar.getLayoutBounds().getWidth());
    }

    private void setTo(double position) {
        context.model().commitEdit();
        context.model().setSigma(0.01 * Math.pow(1000, position));
    }

    private void fire(EventType<MouseEvent> type, double x) {
        pointer.fire(type, x, 20);
    }

    private void toggleTraining() throws Exception {
        BenchWindow.onFx(() -> {
            context.training().startOrPause();
            return null;
        });
    }
}
