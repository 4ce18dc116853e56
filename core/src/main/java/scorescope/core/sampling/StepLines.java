package scorescope.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.score.ScoreField;

/**
 * Collects the lines of a sampler's algorithm for one step of one particle. Each method adds a line and returns its value,
 * for the lines that follow.
 */
public final class StepLines {
    /** Most terms of a line; a longer sum goes on in the next line. */
    private static final int MOST_TERMS = 2;

    private final State before;
    private final State after;
    private final NoiseSource noise;
    private final int particle;
    private final List<StepLine> lines = new ArrayList<>();

    /**
     * @param before the state before the step
     * @param after the state that the sampler made of it, with what it keeps for the next step
     * @param noise the noise of the run
     */
    public StepLines(State before, State after, NoiseSource noise, int particle) {
        this.before = before;
        this.after = after;
        this.noise = noise;
        this.particle = particle;
        known("x", position());
    }

    public State before() {
        return before;
    }

    public State after() {
        return after;
    }

    public int step() {
        return before.step();
    }

    public int particle() {
        return particle;
    }

    /** The particle before the step. */
    public PlaneVector position() {
        return PlaneVector.of(before, particle);
    }

    public List<StepLine> lines() {
        return List.copyOf(lines);
    }

    /** What is known before the step or computed in a way that is not a sum. */
    public PlaneVector known(String formula, PlaneVector value) {
        return add(new StepLine(formula, false, List.of(), value));
    }

    public PlaneVector score(String formula, ScoreField score, NoiseLevel level, PlaneVector at) {
        return known(formula, evaluated(score, level, at));
    }

    /** The score at a point, without a line of its own. */
    public static PlaneVector evaluated(ScoreField score, NoiseLevel level, PlaneVector at) {
        var out = new double[2][1];
        score.score(new double[] {at.x()}, new double[] {at.y()}, 0, 1, level, out[0], out[1]);
        return PlaneVector.of(out[0], out[1], 0);
    }

    /** A line of noise: standard normal numbers of the particle. */
    public PlaneVector drawn(String formula, int stream, long address) {
        var z = new double[2][particle + 1];
        noise.gaussian(stream, address, particle, particle + 1, z[0], z[1]);
        return earlierNoise(formula, PlaneVector.of(z[0], z[1], particle));
    }

    /** Noise that an earlier step has drawn. */
    public PlaneVector earlierNoise(String formula, PlaneVector z) {
        return add(new StepLine(formula, true, List.of(), z));
    }

    public PlaneVector drift(String formula, Term... terms) {
        return add(StepLine.sum(formula, false, List.of(terms)));
    }

    public PlaneVector withNoise(String formula, Term... terms) {
        return add(StepLine.sum(formula, true, List.of(terms)));
    }

    /** A sum of any length, in as many lines as it needs. */
    public PlaneVector longSum(String formula, List<Term> terms) {
        var sum = drift(
                formula, terms.subList(0, Math.min(MOST_TERMS, terms.size())).toArray(Term[]::new));
        for (int from = MOST_TERMS; from < terms.size(); from += MOST_TERMS - 1) {
            var rest = new ArrayList<>(List.of(Term.of(sum)));
            rest.addAll(terms.subList(from, Math.min(from + MOST_TERMS - 1, terms.size())));
            sum = drift("…", rest.toArray(Term[]::new));
        }
        return sum;
    }

    private PlaneVector add(StepLine line) {
        lines.add(line);
        return line.value();
    }

    /** A symbol with its number below, counted from 1. */
    public static String numbered(String symbol, int number) {
        return symbol
                + Integer.toString(number)
                        .chars()
                        .map(digit -> digit - '0' + '₀')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    /** A vector of the particle out of two arrays by coordinate. */
    public PlaneVector own(Vectors vectors) {
        return PlaneVector.of(vectors.x(), vectors.y(), particle);
    }

    /** The summands x + Σ_j weight_j k_j without those of weight 0. */
    public static List<Term> weighted(PlaneVector x, double[] weights, List<PlaneVector> derivatives) {
        var terms = new ArrayList<>(List.of(Term.of(x)));
        IntStream.range(0, weights.length)
                .filter(j -> weights[j] != 0)
                .forEach(j -> terms.add(Term.of(weights[j], derivatives.get(j))));
        return terms;
    }
}
