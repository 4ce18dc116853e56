package scorescope.ui.model;

import java.io.IOException;
import scorescope.core.BadInputException;

/** One line shown in the window until it is dismissed or replaced. */
public record Message(Tone tone, String text) {
    /** PROBLEM: input that could not be used. NOTE: something worth knowing. */
    public enum Tone {
        PROBLEM,
        NOTE
    }

    public static Message of(BadInputException problem) {
        return new Message(Tone.PROBLEM, problem.getMessage());
    }

    public static Message of(IOException failure) {
        return new Message(Tone.PROBLEM, "The file could not be written or read: " + failure.getMessage());
    }

    public static Message note(String text) {
        return new Message(Tone.NOTE, text);
    }
}
