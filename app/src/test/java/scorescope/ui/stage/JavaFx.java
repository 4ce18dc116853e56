package scorescope.ui.stage;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import scorescope.ui.ToolkitSettings;

/** The toolkit, started once for all tests of a run. */
public final class JavaFx implements BeforeAllCallback {
    private static final long LONGEST_SECONDS = 240;

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        start();
    }

    public static synchronized void start() throws InterruptedException {
        var up = new CountDownLatch(1);
        ToolkitSettings.leaveNoTraces();
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(up::countDown);
        }
        Platform.setImplicitExit(false);
        if (!up.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException("JavaFX did not start within 120 seconds");
        }
    }

    /** Runs {@code work} on the toolkit's thread and returns its result; fails after a time limit. */
    public static <T> T call(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
}
