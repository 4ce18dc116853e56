package scorescope.ui.preference;

import java.util.Arrays;
import scorescope.plot.paint.Palette;

/** The looks of the window: light for projectors, dark for desks, and both with strong contrast. Exported figures do not depend on it. */
public enum Theme {
    LIGHT(false, false),
    DARK(true, false),
    LIGHT_CONTRAST(false, true),
    DARK_CONTRAST(true, true);

    private final boolean dark;
    private final boolean highContrast;

    Theme(boolean dark, boolean highContrast) {
        this.dark = dark;
        this.highContrast = highContrast;
    }

    public Palette palette() {
        return switch (this) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case LIGHT_CONTRAST -> Palette.LIGHT_CONTRAST;
            case DARK_CONTRAST -> Palette.DARK_CONTRAST;
        };
    }

    public boolean dark() {
        return dark;
    }

    /** Whether text has at least 7 : 1, and borders and rings of the focus at least 3 : 1. */
    public boolean highContrast() {
        return highContrast;
    }

    /** The dark one of a light one, and the other way round, of the same contrast. */
    public Theme other() {
        return of(!dark, highContrast);
    }

    /** The one of strong contrast of an ordinary one, and the other way round. */
    public Theme contrasted() {
        return of(dark, !highContrast);
    }

    private static Theme of(boolean dark, boolean highContrast) {
        return Arrays.stream(values())
                .filter(theme -> theme.dark == dark && theme.highContrast == highContrast)
                .findFirst()
                .orElseThrow();
    }
}
