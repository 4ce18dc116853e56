package scorescope.ui.background;

/**
 * Whether drawing falls behind the pulses of the screen: a picture has waited for two pulses until the previous one is
 * drawn. Waiting for one pulse is only a late picture.
 */
public final class Backlog {
    private static final int LATE = 1;

    private int pulses;

    /** @param waiting whether at this pulse a picture waits for the drawing of another */
    public void pulse(boolean waiting) {
        pulses = waiting ? pulses + 1 : 0;
    }

    public boolean behind() {
        return pulses > LATE;
    }
}
