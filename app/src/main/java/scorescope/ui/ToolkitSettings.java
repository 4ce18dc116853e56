package scorescope.ui;

import java.io.PrintStream;

/** Settings that JavaFX reads at its start, to be made before. */
public final class ToolkitSettings {
    private static final String PULSES = "javafx.animation.pulse";

    private ToolkitSettings() {}

    /**
     * Sets the toolkit's pulse to 14 ms. With the default of 16 ms (nearly 17 on a busy machine), a picture that is
     * slightly late leaves the previous one on the screen for more than 33 ms.
     */
    public static void quickenPulses() {
        if (System.getProperty(PULSES) == null) {
            System.setProperty(PULSES, "70");
            System.setErr(new WithoutNotice(System.err));
        }
    }

    /**
     * Makes the toolkit draw rounded backgrounds directly instead of from cached textures. In software it draws such a
     * texture half a pixel beyond the area that it repaints, so that the thumb of a slider leaves dark lines behind. A
     * repaint of the whole window takes the same time either way: 17 to 20 ms of processor time at 1000 × 760.
     */
    public static void leaveNoTraces() {
        System.setProperty("prism.disableRegionCaching", "true");
    }

    /**
     * Standard error until the toolkit's notice that its pulse was set. The notice is left out, and the terminal is
     * standard error again.
     */
    private static final class WithoutNotice extends PrintStream {
        private static final String NOTICE = "PULSE_DURATION";

        private final PrintStream terminal;

        WithoutNotice(PrintStream terminal) {
            super(terminal, true);
            this.terminal = terminal;
        }

        @Override
        public void println(String line) {
            if (line != null && line.contains(NOTICE)) {
                System.setErr(terminal);
            } else {
                super.println(line);
            }
        }
    }
}
