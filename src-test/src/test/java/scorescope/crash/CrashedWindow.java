package scorescope.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import scorescope.session.NoiseSpec;
import scorescope.session.SessionDefaults;
import scorescope.ui.AppContext;
import scorescope.ui.CrashRecovery;
import scorescope.ui.MainWindow;
import scorescope.ui.ThemeStyles;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.TrainingStatus;

/**
 * The window in a process of its own, which changes its noise level at every pulse and trains, until it is killed or its
 * standard input ends. Prints {@code opened NOISE STEP LOSSES MESSAGE}, then {@code at MILLIS NOISE STEP} at every change.
 */
public final class CrashedWindow {
    private static final double NOTCH = 1e-6;

    private final AppContext context;
    private boolean reported;

    /** The argument is the program's data folder. */
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            ThemeStyles.loadFonts();
            new CrashedWindow(Path.of(arguments[0]));
        });
    }

    private CrashedWindow(Path home) {
        var stage = new Stage();
        var crash = new CrashRecovery(home.resolve("recovery"));
        context = crash.context(SessionDefaults.opening().withNoise(new NoiseSpec.Sigma(1)));
        var window = new MainWindow(context, Dialogs.NOBODY, home.resolve("recovery.scorescope.json"));
        crash.guard(context, window.files());
        stage.setScene(window.scene(960, 640));
        stage.setOnHidden(event -> {
            crash.close();
            window.close();
        });
        stage.show();
        context.background().pulses().listen(this::pulse).wake();
        Thread.ofPlatform().daemon().start(() -> {
            waitForEnd();
            Platform.runLater(stage::hide);
        });
    }

    private static void waitForEnd() {
        try {
            while (System.in.read() >= 0) {}
        } catch (IOException closed) {
            // Treated as the end of input.
        }
    }

    private boolean pulse() {
        if (context.training().reading()) {
            return true;
        }
        var model = context.model();
        if (!reported) {
            reported = true;
            print(
                    "opened",
                    noise(),
                    step(),
                    context.training().published().lossesProperty().get().size(),
                    model.messageProperty().get().map(message -> message.text()).orElse(""));
            context.training().start();
        }
        model.edit(session -> session.withNoise(new NoiseSpec.Sigma(1 + NOTCH * (noise() + 1))));
        print("at", System.currentTimeMillis(), noise(), step());
        return true;
    }

    private long noise() {
        return Math.round((context.model().level().sigma() - 1) / NOTCH);
    }

    private long step() {
        var status = context.model().training();
        return status.phase() == TrainingStatus.Phase.IDLE ? 0 : status.step();
    }

    private static void print(Object... words) {
        System.out.println(
                String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
    }
}
