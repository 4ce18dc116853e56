package scorescope.core;

import scorescope.core.words.CoreWords;

/**
 * Input from outside that cannot be used: where it stands, what is wrong with it, and what to do.
 *
 * <p>This is the one exception for bad input (files, options, typed numbers). The command line shows
 * {@link #getMessage()} as one line with exit code 2; the window shows it inline and keeps what it had.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;
    private final String remedy;

    /**
     * @param place where: a file with line and column, or a path such as {@code density.components[2].covariance}
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
     * A complaint whose words stand in a bundle of core: the problem under {@code key}, the remedy under {@code key.remedy}.
     *
     * @param arguments what {0}, {1}, … stand for in both
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

    /** The same complaint, placed inside {@code outer} (a file, say). */
    public BadInputException in(String outer) {
        return new BadInputException(outer + ": " + place, problem, remedy);
    }

    /** The same complaint about a key that stands under another, such as {@code figure.panels[2]}. */
    public BadInputException under(String key) {
        return new BadInputException(key + "." + place, problem, remedy);
    }
}
