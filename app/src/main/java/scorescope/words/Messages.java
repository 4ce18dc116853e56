package scorescope.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of figures, from the bundle {@code scorescope/messages}. */
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("scorescope.messages");

    private Messages() {}

    /** Patterns are read as such only where there are arguments, so that formulas may have braces. */
    public static String text(String key, Object... arguments) {
        var text = BUNDLE.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }
}
