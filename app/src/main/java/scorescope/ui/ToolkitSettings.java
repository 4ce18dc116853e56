package scorescope.ui;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings that JavaFX reads at its start, to be made before. */
public final class ToolkitSettings {
    private static final String PULSES = "javafx.animation.pulse";

    /** Folder to which the toolkit unpacks its native libraries; by default one in the home folder. */
    static final String LIBRARIES = "javafx.cachedir";

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
     * Chooses the toolkit's second place for its native libraries if it cannot use its first one, in the home folder. It would
     * choose that itself, but with a complaint on the terminal for each library.
     */
    public static void findPlaceForLibraries() {
        if (System.getProperty(LIBRARIES) == null) {
            try {
                Files.createDirectories(Path.of(System.getProperty("user.home"), ".openjfx", "cache"));
            } catch (IOException | RuntimeException noSuchHome) {
                var name = ".openjfx_" + System.getProperty("user.name");
                System.setProperty(
                        LIBRARIES,
                        Path.of(System.getProperty("java.io.tmpdir"), name, "cache")
                                .toString());
            }
        }
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
