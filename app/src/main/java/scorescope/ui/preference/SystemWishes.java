package scorescope.ui.preference;

import javafx.application.Platform;

/** What the operating system asks of all programs, as far as the toolkit tells. */
public final class SystemWishes {
    private SystemWishes() {}

    /**
     * Whether the system asks for less motion: on Linux, if animations are switched off in the settings of GTK. False while
     * the toolkit does not run, as in tests of the model.
     */
    public static boolean reducedMotion() {
        return Platform.isFxApplicationThread() && Platform.getPreferences().isReducedMotion();
    }
}
