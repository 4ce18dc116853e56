package scorescope.ui;

import java.io.PrintStream;

/** Settings of JavaFX that it reads when it starts, and that are to be made before. */
public final class ToolkitSettings {
    private static final String PULSES = "javafx.animation.pulse";

    private ToolkitSettings() {}

    /**
     * Lets the toolkit look for new pictures every 14 ms. At its usual 16 ms (nearly 17 on a busy machine) a picture that
     * is late by a moment leaves the one before it on the screen for more than 33 ms.
     */
    public static void quickenPulses() {
        if (System.getProperty(PULSES) == null) {
            System.setProperty(PULSES, "70");
            System.setErr(new WithoutNotice(System.err));
        }
    }

    /**
     * Lets the toolkit draw rounded backgrounds anew instead of from textures. In software it draws such a texture half a pixel
     * beyond the part that it repaints, so that a thumb leaves dark lines where it was. A repaint of the whole window takes as
     * long either way: 17 to 20 ms of processor time at 1000 × 760.
     */
    public static void leaveNoTraces() {
        System.setProperty("prism.disableRegionCaching", "true");
    }

    /** The toolkit says on the terminal that it was told its pulse, which is no news to the person who reads there. */
    private static final class WithoutNotice extends PrintStream {
        private static final String NOTICE = "PULSE_DURATION";

        WithoutNotice(PrintStream terminal) {
            super(terminal, true);
        }

        @Override
        public void println(String line) {
            if (line == null || !line.contains(NOTICE)) {
                super.println(line);
            }
        }
    }
}
