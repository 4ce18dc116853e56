package scorescope.core.formula;

import scorescope.core.BadInputException;

/**
 * A formula in the variable t, such as {@code 10 - 20*t}, with its exact derivative. Immutable; equal when its normal text
 * is. It consists of numbers, t, pi, + − * / ^, brackets and the functions of {@link FormulaFunction} only.
 *
 * @param text the formula in ASCII, with ^ for powers; also valid Python once ^ is written **
 */
public record Formula(String text, Term term) {
    /** The variable of formulas. */
    static final String VARIABLE = "t";

    /** The longest text, in characters. */
    public static final int LONGEST = 200;

    /**
     * Reads a formula.
     *
     * @param text may also contain the signs −, ·, × and ** for -, *, * and ^
     * @param place place of the text, for messages
     * @throws BadInputException with the column of the error
     */
    public static Formula parse(String text, String place) {
        String normal = text.strip()
                .replace('−', '-')
                .replace('·', '*')
                .replace('×', '*')
                .replace("**", "^");
        return new Formula(normal, new FormulaParser(normal, place).formula());
    }

    /** Whether a text is a formula. */
    public static boolean readable(String text) {
        try {
            parse(text, "");
            return true;
        } catch (BadInputException unreadable) {
            return false;
        }
    }

    /** Value and derivative at t. */
    public Dual at(double t) {
        return term.at(new Dual(t, 1));
    }
}
