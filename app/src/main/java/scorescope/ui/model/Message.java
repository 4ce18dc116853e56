package scorescope.ui.model;

import java.io.IOException;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/**
 * One line shown in the window until its cause no longer holds, or until it is dismissed or replaced.
 *
 * @param remedy what can be done about it at once, as a button
 * @param cause what it is about; if empty, the message lasts until the session changes
 */
public record Message(Tone tone, String text, Optional<Remedy> remedy, Optional<Cause> cause) {
    /** @param title the words of the control that does the same */
    public record Remedy(String title, Runnable action) {}

    public Message(Tone tone, String text) {
        this(tone, text, Optional.empty(), Optional.empty());
    }

    /** The same, with a button. */
    public Message offering(Remedy offered) {
        return new Message(tone, text, Optional.of(offered), cause);
    }

    /** The same, lasting as long as {@code reason}. */
    public Message because(Cause reason) {
        return new Message(tone, text, remedy, Optional.of(reason));
    }

    /** PROBLEM: input that could not be used. NOTE: something worth knowing. */
    public enum Tone {
        PROBLEM,
        NOTE
    }

    public static Message of(BadInputException bad) {
        return problem(PlaceNames.said(bad));
    }

    public static Message of(IOException failure) {
        return problem(Words.text("ui.message.file-could-not-written-read", failure.getMessage()));
    }

    public static Message problem(String text) {
        return new Message(Tone.PROBLEM, text);
    }

    public static Message note(String text) {
        return new Message(Tone.NOTE, text);
    }
}
