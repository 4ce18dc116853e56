package scorescope.ui.palette;

import java.util.Locale;
import scorescope.words.Words;

/** Groups of entries, in the order in which they are listed. */
public enum Group {
    VALUES,
    COMMANDS,
    STUDIES,
    SAMPLERS,
    PRESETS,
    FAILURES,
    FIGURES,
    FILES,
    IMPOSSIBLE;

    public String title() {
        return Words.text("ui.palette." + name().toLowerCase(Locale.ROOT));
    }
}
