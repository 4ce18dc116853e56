package scorescope.ui;

import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import scorescope.session.Shown;

/**
 * Performs typical first actions: drags the noise level through its range, trains, shows both scores, runs particles;
 * then closes the window. The build runs it once, so that the ahead-of-time cache holds the classes and the profiles
 * (JEP 515) of code that must run smoothly, and is compiled sooner for the first drag after a start.
 */
final class Rehearsal {
    private static final int PULSES_A_SWEEP = 60;
    private static final int TRAIN_AT = 60;
    private static final int PLAY_AT = 240;
    private static final int END_AT = 480;

    private final AppContext context;
    private final Node bar;
    private int pulses;

    /**
     * @param bar the bar on which the noise level is dragged
     */
    Rehearsal(AppContext context, Node bar) {
        this.context = context;
        this.bar = bar;
    }

    /** Starts; each pulse is one movement of the pointer. */
    void start() {
        context.background().pulses().listen(this::pulse).wake();
    }

    private boolean pulse() {
        if (pulses % PULSES_A_SWEEP == 0) {
            mouse(MouseEvent.MOUSE_RELEASED);
            mouse(MouseEvent.MOUSE_PRESSED);
        } else {
            mouse(MouseEvent.MOUSE_DRAGGED);
        }
        switch (pulses++) {
            case TRAIN_AT -> {
                context.training().start();
                context.model().showScore(Shown.SIDE_BY_SIDE);
            }
            case PLAY_AT -> context.player().play();
            case END_AT -> Platform.exit();
            default -> {}
        }
        return pulses <= END_AT;
    }

    /** Drags through the whole range and back. */
    private void mouse(EventType<MouseEvent> type) {
        int back = pulses % (2 * PULSES_A_SWEEP);
        double position = Math.min(back, 2 * PULSES_A_SWEEP - back) / (double) PULSES_A_SWEEP;
        var bounds = bar.getLayoutBounds();
        new Pointer(bar).fire(type, position * bounds.getWidth(), bounds.getHeight() / 2);
    }
}
