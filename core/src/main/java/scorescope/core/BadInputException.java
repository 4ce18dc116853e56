package scorescope.core;

import scorescope.core.words.CoreWords;

/**
 * Input that cannot be used: its place, the problem, and the remedy.
 *
 * <p>This is the one exception for bad input (files, options, typed numbers). The command line shows {@link #getMessage()}
 * as one line with exit code 2; the window shows it inline and keeps its previous values.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;
    private final String remedy;

    /**
     * @param place a file with line and column, or a path such as {@code density.components[2].covariance}
     * @param problem what is wrong, without a full stop
     * @param remedy what to do, without a full stop
     */
    public BadInputException(String place, String problem, String remedy) {
        super(place + ": " + problem + "; " + remedy);
        this.place = place;
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * An exception whose texts are in a bundle of core: the problem under {@code key}, the remedy under {@code key.remedy}.
     *
     * @param arguments values of {0}, {1}, … in both
     */
    public static BadInputException of(String place, String key, Object... arguments) {
        return new BadInputException(place, CoreWords.text(key, arguments), CoreWords.text(key + ".remedy", arguments));
    }

    public String place() {
        return place;
    }

    public String problem() {
        return problem;
    }

    public String remedy() {
        return remedy;
    }

    /** The same problem and remedy, with the place inside {@code outer}, such as a file. */
    public BadInputException in(String outer) {
        return new BadInputException(outer + ": " + place, problem, remedy);
    }

    /** The same problem and remedy, with the place under another key, such as {@code figure.panels[2]}. */
    public BadInputException under(String key) {
        return new BadInputException(key + "." + place, problem, remedy);
    }
}
