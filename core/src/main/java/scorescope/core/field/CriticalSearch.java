package scorescope.core.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CriticalCells.Cell;
import scorescope.core.field.CriticalCells.Found;
import scorescope.core.field.CriticalCells.Outcome;
import scorescope.core.parallel.SpinPool;

/**
 * Collects the critical points of a mixture by dividing the plane until every cell is proven to hold none or one; see
 * {@link CriticalPoints}. Cells are classified in batches by all threads and their results merged in order, so that the
 * result does not depend on the number of threads.
 */
final class CriticalSearch {
    /** Smallest half-width of a cell, relative to the width of the narrowest component. */
    private static final double SMALLEST = 1e-8;

    /** Two points nearer than this are one, in units of the local width of the density. */
    private static final double SAME = 1e-5;

    /** Number of components in the cells of one batch; the number of cells stays within the two limits that follow. */
    private static final long BATCH = 40_000;

    private static final int FEWEST = 16;
    private static final int MOST = 4096;

    /** Batches with fewer components are classified by the calling thread alone. */
    private static final long WORTH_SHARING = 10_000;

    private final NoisedMixture mixture;
    private final long budget;
    private final double smallest;
    private final ConcurrentLinkedQueue<CriticalCells> idle = new ConcurrentLinkedQueue<>();
    private final List<Found> found = new ArrayList<>();
    private long work;
    private boolean flat;
    private boolean cut;

    /** @param budget the largest number of components computed */
    CriticalSearch(NoisedMixture mixture, long budget) {
        this.mixture = mixture;
        this.budget = budget;
        smallest = smallest();
    }

    List<CriticalPoint> points() {
        return found.stream().map(Found::point).toList();
    }

    /** Whether somewhere the density is constant along a line, in double precision. */
    boolean flat() {
        return flat;
    }

    /** Whether cells were left undivided that may hold points. */
    boolean cut() {
        return cut;
    }

    /**
     * Divides the square of half-width {@code half} about (x, y).
     *
     * @param watcher receives the share of the square that is done, after each batch
     */
    void divide(double x, double y, double half, Watcher watcher) {
        var whole = new Cell(x, y, half, IntStream.range(0, mixture.size()).toArray());
        var waiting = new ArrayDeque<Cell>();
        waiting.push(whole);
        double done = 0;
        while (!waiting.isEmpty()) {
            if (work > budget) {
                cut = true;
                return;
            }
            var batch = batch(waiting);
            for (var outcome : judged(batch)) {
                outcome.undecided().forEach(waiting::push);
                outcome.found().forEach(this::add);
                flat |= outcome.flat();
                cut |= outcome.cut();
                work += outcome.work();
                done -= outcome.undecided().stream().mapToDouble(Cell::area).sum();
            }
            done += batch.stream().mapToDouble(Cell::area).sum();
            watcher.step(Watcher.Work.CRITICAL_POINTS, Math.clamp(done / whole.area(), 0, 1));
        }
    }

    private static List<Cell> batch(ArrayDeque<Cell> waiting) {
        var batch = new ArrayList<Cell>();
        long components = 0;
        while (!waiting.isEmpty() && batch.size() < MOST && (batch.size() < FEWEST || components < BATCH)) {
            var cell = waiting.pop();
            components += cell.among().length;
            batch.add(cell);
        }
        return batch;
    }

    private Outcome[] judged(List<Cell> batch) {
        var outcomes = new Outcome[batch.size()];
        long components = batch.stream().mapToLong(cell -> cell.among().length).sum();
        int workers = components < WORTH_SHARING ? 1 : batch.size();
        SpinPool.current().run(batch.size(), workers, i -> {
            var own = idle.poll();
            var cells = own == null ? new CriticalCells(mixture, smallest) : own;
            outcomes[i] = cells.judge(batch.get(i));
            idle.add(cells);
        });
        return outcomes;
    }

    private void add(Found next) {
        if (found.stream().noneMatch(known -> next.holds(known.point()) || known.holds(next.point()))) {
            found.add(next);
        }
    }

    /** Adds the critical point that Newton's method finds from (x, y), unless it has been found before. */
    void from(double x, double y) {
        var cells = idle.isEmpty() ? new CriticalCells(mixture, smallest) : idle.peek();
        if (cells.newton(x, y)) {
            var point = cells.here();
            double width = 1 / Math.sqrt(Math.max(Math.abs(point.smaller()), Math.abs(point.larger())));
            double near = SAME * width + 16 * Math.ulp(Math.max(Math.abs(point.x()), Math.abs(point.y())));
            add(new Found(point, point.x(), point.y(), near));
        }
    }

    /** The half-width below which cells are not divided, because rounding decides there. */
    private double smallest() {
        double narrowest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (int k = 0; k < mixture.size(); k++) {
            narrowest = Math.min(narrowest, 1 / Math.sqrt(mixture.precisionXX(k) + mixture.precisionYY(k)));
            farthest = Math.max(farthest, Math.max(Math.abs(mixture.meanX(k)), Math.abs(mixture.meanY(k))));
        }
        return Math.max(SMALLEST * narrowest, 64 * Math.ulp(farthest));
    }
}
