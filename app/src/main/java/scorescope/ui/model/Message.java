package scorescope.ui.model;

import java.io.IOException;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/** One line shown in the window until it is dismissed or replaced. */
public record Message(Tone tone, String text) {
    /** PROBLEM: input that could not be used. NOTE: something worth knowing. */
    public enum Tone {
        PROBLEM,
        NOTE
    }

    public static Message of(BadInputException bad) {
        return problem(bad.getMessage());
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
