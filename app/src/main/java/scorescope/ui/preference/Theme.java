package scorescope.ui.preference;

import java.util.Arrays;
import scorescope.plot.paint.Palette;

/** The looks of the window: light for projectors, dark for desks, and both with strong contrast. Exported figures do not depend on it. */
public enum Theme {
    LIGHT(Palette.LIGHT, false),
    DARK(Palette.DARK, false),
    LIGHT_CONTRAST(Palette.LIGHT_CONTRAST, true),
    DARK_CONTRAST(Palette.DARK_CONTRAST, true);

    private final Palette palette;
    private final boolean highContrast;

    Theme(Palette palette, boolean highContrast) {
        this.palette = palette;
        this.highContrast = highContrast;
    }

    public Palette palette() {
        return palette;
    }

    public boolean dark() {
        return palette.dark();
    }

    /** Whether text has at least 7 : 1, and borders and rings of the focus at least 3 : 1. */
    public boolean highContrast() {
        return highContrast;
    }

    /** The dark one of a light one, and the other way round, of the same contrast. */
    public Theme other() {
        return of(!dark(), highContrast);
    }

    /** The one of strong contrast of an ordinary one, and the other way round. */
    public Theme contrasted() {
        return of(dark(), !highContrast);
    }

    private static Theme of(boolean dark, boolean highContrast) {
        return Arrays.stream(values())
                .filter(theme -> theme.dark() == dark && theme.highContrast == highContrast)
                .findFirst()
                .orElseThrow();
    }
}
