package scorescope.ui.background;

/**
 * Whether drawing falls behind the pulses of the screen: a picture has waited for two of them until the one before it is
 * drawn. To have waited for one is no more than late.
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
