package scorescope.ui.preference;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person sets once for the window. It belongs to no session and makes no undo step. */
public final class Preferences {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public Theme theme() {
        return theme.get();
    }

    /** Changes between light and dark. */
    public void switchTheme() {
        theme.set(theme().other());
    }

    public boolean highContrast() {
        return theme().highContrast();
    }

    /** Switches strong contrast on or off. */
    public void switchContrast() {
        theme.set(theme().contrasted());
    }
}
