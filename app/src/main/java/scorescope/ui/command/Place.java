package scorescope.ui.command;

import java.util.Locale;
import scorescope.words.Words;

/** The group of a command in the menu and on the keys card, in their order. */
public enum Place {
    FILE,
    EDIT,
    VIEW,
    NOISE,
    SAMPLER,
    TRAINING,
    STUDIES,
    PRESENTER,
    WINDOW;

    public String title() {
        return Words.text("ui.place." + id());
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
