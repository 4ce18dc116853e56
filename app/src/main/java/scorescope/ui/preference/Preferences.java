package scorescope.ui.preference;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What a person sets once for the window. It belongs to no session and makes no undo step. */
public final class Preferences {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.SYSTEM);
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.NORMAL);
    private final BooleanSupplier systemReducesMotion;

    /** Of a system that asks for nothing. */
    public Preferences() {
        this(() -> false);
    }

    /** @param systemReducesMotion whether the operating system asks for less motion now */
    public Preferences(BooleanSupplier systemReducesMotion) {
        this.systemReducesMotion = systemReducesMotion;
    }

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

    public ObjectProperty<Scale> scaleProperty() {
        return scale;
    }

    public ObjectProperty<Motion> motionProperty() {
        return motion;
    }

    public boolean reducedMotion() {
        return switch (motion.get()) {
            case SYSTEM -> systemReducesMotion.getAsBoolean();
            case FULL -> false;
            case REDUCED -> true;
        };
    }

    /** Switches reduced motion on or off. Where that is what the system asks for, the window goes on following the system. */
    public void switchMotion() {
        boolean wanted = !reducedMotion();
        boolean asTheSystem = wanted == systemReducesMotion.getAsBoolean();
        motion.set(asTheSystem ? Motion.SYSTEM : wanted ? Motion.REDUCED : Motion.FULL);
    }
}
