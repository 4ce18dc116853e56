package scorescope.ui;

/**
 * Keeps the toolkit's two threads from sharing a layout of text. On Linux its shared one is given back before the strings
 * it holds are freed ({@code PangoGlyphLayout.dispose}, JavaFX 26.0.2): whoever takes it in between, the window's thread
 * or the one that draws canvases, finds them freed, or frees them again, and the process dies. Strings are held for text
 * with combining marks, such as x̂. Taken once and never given back, every layout after it is one of its own.
 */
final class GlyphLayouts {
    static final String MANAGER = "com.sun.javafx.text.GlyphLayoutManager";

    private GlyphLayouts() {}

    /** Before the first text. */
    static void keepApart() {
        try {
            Class.forName(MANAGER).getMethod("getInstance").invoke(null);
        } catch (ReflectiveOperationException withoutSuchManager) {
            System.getLogger(GlyphLayouts.class.getName())
                    .log(System.Logger.Level.DEBUG, "layouts of text stay shared", withoutSuchManager);
        }
    }
}
