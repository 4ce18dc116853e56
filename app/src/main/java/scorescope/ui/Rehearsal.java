package scorescope.ui;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import scorescope.ui.model.ViewMode;

/**
 * Does by itself what a lecturer does first: drags the noise level through its range, trains, looks at both scores,
 * lets particles run; then closes the window. The build runs it once, so that the ahead-of-time cache holds the
 * classes and the profiles (JEP 515) of what must not stutter, and the first drag of a start finds its code compiled
 * sooner.
 */
final class Rehearsal extends AnimationTimer {
    private static final int PULSES_A_SWEEP = 60;
    private static final int TRAIN_AT = 60;
    private static final int PLAY_AT = 240;
    private static final int END_AT = 480;
    private static final double SMALLEST = 0.01;
    private static final double DECADES = 3;

    private final Workbench workbench;
    private int pulses;

    Rehearsal(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public void handle(long now) {
        var model = workbench.model();
        if (pulses % PULSES_A_SWEEP == 0) {
            model.commitEdit();
            model.beginEdit();
        }
        int back = pulses % (2 * PULSES_A_SWEEP);
        double position = Math.min(back, 2 * PULSES_A_SWEEP - back) / (double) PULSES_A_SWEEP;
        model.lookAt(SMALLEST * Math.pow(10, DECADES * position));
        switch (pulses++) {
            case TRAIN_AT -> {
                workbench.desk().start();
                model.look(ViewMode.SIDE_BY_SIDE);
            }
            case PLAY_AT -> workbench.player().play();
            case END_AT -> {
                stop();
                Platform.exit();
            }
            default -> {}
        }
    }
}
