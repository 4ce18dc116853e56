package scorescope.cli;

import java.util.BitSet;
import java.util.Optional;
import scorescope.words.Words;

/** Counts points at which a quantity of {@code eval} is not a number because it overflows or is undefined. */
final class UndefinedPoints {
    private final int count;
    private final BitSet points;

    UndefinedPoints(int count) {
        this.count = count;
        points = new BitSet(count);
    }

    /** @param columns a quantity's numbers, one for each point in each column */
    void or(double[]... columns) {
        for (double[] column : columns) {
            for (int i = 0; i < count; i++) {
                if (!Double.isFinite(column[i])) {
                    points.set(i);
                }
            }
        }
    }

    /** The message if there are such points. */
    Optional<String> failure() {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(Words.text("cli.eval.no-number", points.cardinality(), count, points.nextSetBit(0) + 1));
    }
}
