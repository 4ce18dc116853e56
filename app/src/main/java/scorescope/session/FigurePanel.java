package scorescope.session;

import java.util.Optional;

/**
 * One panel of a composed figure.
 *
 * @param patch what is different in it from the session
 * @param title over the panel instead of its own; formulas between dollar signs
 * @param letter before the title, such as {@code c}
 */
public record FigurePanel(Patch patch, Optional<String> title, Optional<String> letter) {
    /** A panel under its own title, without a letter. */
    public static FigurePanel of(Patch patch) {
        return new FigurePanel(patch, Optional.empty(), Optional.empty());
    }

    public FigurePanel with(Patch other) {
        return new FigurePanel(other, title, letter);
    }
}
