package scorescope.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import scorescope.session.Session;
import scorescope.ui.AppContext;
import scorescope.ui.MainWindow;
import scorescope.ui.ThemeStyles;
import scorescope.ui.ToolkitSettings;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.stage.FrameMeter;
import scorescope.ui.stage.StageView;

/** The real window at 1280×800, measured from another thread. */
record BenchWindow(AppContext context, Stage window) {
    static BenchWindow open(Session session) throws Exception {
        ToolkitSettings.quickenPulses();
        ToolkitSettings.leaveNoTraces();
        Platform.startup(ThemeStyles::loadFonts);
        return onFx(() -> {
            var context = AppContext.on(session);
            var main = new MainWindow(context, Dialogs.NOBODY, Path.of(System.getProperty("java.io.tmpdir"), "none"));
            var window = new Stage();
            window.setScene(main.scene(1280, 800));
            window.show();
            return new BenchWindow(context, window);
        });
    }

    StageView stage() {
        return (StageView) node(".stage");
    }

    Node node(String selector) {
        return window.getScene().lookup(selector);
    }

    /** Prints frames and processor time since the meter was started, in lines that begin with {@code name}. */
    static void print(String name, FrameMeter.Figures figures, FrameCost cost) {
        print(name + "-frames", figures.frames().count(), "");
        print(name + "-frame-median", figures.frames().p50(), "ms");
        print(name + "-frame-p95", figures.frames().p95(), "ms");
        print(name + "-frame-p99", figures.frames().p99(), "ms");
        print(name + "-frame-longest", figures.frames().max(), "ms");
        print(name + "-frames-within-33ms", 100 * figures.frames().within33(), "%");
        print(name + "-input-to-picture-p95", figures.latencies().p95(), "ms");
        cost.print(name, figures.frames().count());
    }

    static void print(String name, double value, String unit) {
        System.out.println(
                String.format(Locale.ROOT, "%s %.1f %s", name, value, unit).strip());
    }

    static void until(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited a minute in vain");
            }
            Thread.sleep(20);
        }
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
