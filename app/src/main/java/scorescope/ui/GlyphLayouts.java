package scorescope.ui;

/**
 * Prevents the toolkit's two threads from sharing a text layout. On Linux the shared layout is released before the
 * strings it holds are freed ({@code PangoGlyphLayout.dispose}, JavaFX 26.0.2): if the other of the two threads, the
 * window's and the one that draws canvases, acquires it in between, it uses or frees freed strings, and the process
 * crashes. The layout holds strings for text with combining marks, such as x̂. Acquiring it once and never releasing it
 * makes the toolkit create a new layout for each later request.
 */
final class GlyphLayouts {
    static final String MANAGER = "com.sun.javafx.text.GlyphLayoutManager";

    private GlyphLayouts() {}

    /** Acquires the shared layout; called before the first text. */
    static void keepApart() {
        try {
            Class.forName(MANAGER).getMethod("getInstance").invoke(null);
        } catch (ReflectiveOperationException withoutSuchManager) {
            System.getLogger(GlyphLayouts.class.getName())
                    .log(System.Logger.Level.DEBUG, "layouts of text stay shared", withoutSuchManager);
        }
    }
}
