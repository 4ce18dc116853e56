package scorescope.plot.study.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.StepLine;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.history.StepParts;
import scorescope.plot.chart.Table;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/**
 * The lines of a sampler's algorithm for one step of one particle: in symbols, with the numbers put in, and their value.
 *
 * @param lines the first is the state before the step, the last the new position
 */
record AlgorithmTable(List<StepLine> lines) {
    private static final int DIGITS = 3;

    /** Column of the values. */
    static final int VALUES = 2;

    /** The sampler's own lines; without any, x + drift + noise. */
    static AlgorithmTable of(StepParts parts) {
        var lines = new ArrayList<>(parts.lines());
        if (lines.size() == 1) {
            lines.add(sum("study.sampling-step.line.drift", false, parts.before(), parts.still()));
            lines.add(sum("study.sampling-step.line.noise", true, parts.still(), parts.proposed()));
        }
        return new AlgorithmTable(lines);
    }

    private static StepLine sum(String key, boolean noise, PlaneVector from, PlaneVector to) {
        return new StepLine(Words.text(key), noise, List.of(Term.of(from), Term.of(to.minus(from))), to);
    }

    /** Whether noise is added before the drift is followed. */
    boolean noiseFirst() {
        return lines.get(1).noise();
    }

    /**
     * The line of a moment from 0 to 1. The first third of the time goes through the lines before the first change between
     * drift and noise, the second third through the others but the last, which has the last third.
     */
    int lit(double moment) {
        int last = lines.size() - 1;
        int change = IntStream.rangeClosed(1, last)
                .filter(i -> lines.get(i).noise() != noiseFirst())
                .findFirst()
                .orElse((1 + last) / 2);
        double thirds = 3 * Math.clamp(moment, 0, 1) + 1e-9;
        if (thirds < 1) {
            return spread(thirds, 0, change);
        }
        return thirds < 2 ? spread(thirds - 1, change, last) : last;
    }

    private static int spread(double share, int from, int to) {
        return Math.max(0, Math.min(to - 1, from + (int) (share * (to - from))));
    }

    /** @param further rows below the lines, of three cells each */
    Table table(double moment, List<List<String>> further) {
        var rows = new ArrayList<List<String>>();
        lines.forEach(line -> rows.add(List.of(
                Words.written(line.formula()), line.terms().isEmpty() ? "" : put(line.terms()), vector(line.value()))));
        rows.addAll(further);
        return new Table(
                List.of(
                        Words.text("study.sampling-step.line"),
                        Words.text("study.sampling-step.numbers"),
                        Words.text("study.sampling-step.value")),
                rows,
                lit(moment));
    }

    private static String put(List<Term> terms) {
        var text = new StringBuilder();
        for (var term : terms) {
            boolean negative = term.factor() < 0;
            var sign = negative ? "−" : text.isEmpty() ? "" : "+";
            text.append(text.isEmpty() ? sign : " " + sign + " ");
            if (Math.abs(term.factor()) != 1) {
                text.append(number(Math.abs(term.factor()))).append(" · ");
            }
            text.append(vector(term.vector()));
        }
        return text.toString();
    }

    private static String vector(PlaneVector vector) {
        return "(" + number(vector.x()) + ", " + number(vector.y()) + ")";
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }
}
