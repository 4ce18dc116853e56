package scorescope.ui.model;

import scorescope.plot.paint.Palette;

/** The two looks of the window: light for projectors, dark for desks. */
public enum Theme {
    LIGHT,
    DARK;

    public Palette palette() {
        return this == LIGHT ? Palette.LIGHT : Palette.DARK;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
