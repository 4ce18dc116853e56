package scorescope.session;

import java.util.Optional;

/**
 * One panel of a composed figure.
 *
 * @param patch its changes of the session
 * @param title text over the panel instead of the default title; formulas between dollar signs
 * @param letter text before the title, such as {@code c}
 */
public record FigurePanel(Patch patch, Optional<String> title, Optional<String> letter) {
    /** A panel with the default title, without a letter. */
    public static FigurePanel of(Patch patch) {
        return new FigurePanel(patch, Optional.empty(), Optional.empty());
    }

    public FigurePanel with(Patch other) {
        return new FigurePanel(other, title, letter);
    }
}
