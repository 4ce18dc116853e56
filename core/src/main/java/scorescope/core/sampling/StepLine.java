package scorescope.core.sampling;

import java.util.List;

/**
 * One line of a sampler's algorithm with the numbers of one particle put in.
 *
 * @param formula the line in symbols; {name} is a formula that the notation writes. It may begin with "…", the result of the
 *     line above
 * @param noise whether the line draws noise or adds it
 * @param terms the summands; empty for what is evaluated, drawn or known from an earlier step
 * @param value the sum of the terms, or what was evaluated
 */
public record StepLine(String formula, boolean noise, List<Term> terms, PlaneVector value) {
    /** A number times a vector. */
    public record Term(double factor, PlaneVector vector) {
        public static Term of(double factor, PlaneVector vector) {
            return new Term(factor, vector);
        }

        public static Term of(PlaneVector vector) {
            return new Term(1, vector);
        }
    }

    public StepLine {
        terms = List.copyOf(terms);
    }

    static StepLine sum(String formula, boolean noise, List<Term> terms) {
        var sum = new PlaneVector(0, 0);
        for (var term : terms) {
            sum = sum.plus(term.factor(), term.vector());
        }
        return new StepLine(formula, noise, terms, sum);
    }
}
