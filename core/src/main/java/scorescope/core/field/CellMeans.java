package scorescope.core.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.Watcher;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.PrincipalWidths;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.NormalMass;

/**
 * Cell means of the components that are narrower than a cell. A raster of values at the centres of cells misses such a component
 * if it lies between centres; its mean over a cell, mass in the cell / area of the cell, does not.
 *
 * <p>Thousands of narrow components of one covariance along the axes, as data points of one bandwidth are, go through {@link
 * HermiteSums}.
 *
 * <p>The split is a partition of the mixture: {@link #wide} holds the other components with their share of the weight, and
 * {@link #add} the means of the narrow ones.
 */
public final class CellMeans {
    /**
     * A component counts as narrow while its smaller standard deviation is below 1.5 sides of a cell. At 1.5 the value at
     * its summit and the mean over a cell centred there differ by at most 1/(12·1.5²) = 4 %.
     */
    static final double NARROW = 1.5;

    /**
     * Standard deviations beyond which a component's mass is left out along each axis: 2Φ(−6.5) = 8e-11 of it, at densities
     * below 7e-10 of its height. Pictures of log p take no means.
     */
    private static final double REACH = 6.5;

    private static final int FEWEST_NODES = 8;
    private static final int MOST_NODES = 256;

    /** Components between two reports of progress. */
    private static final int REPORTED = 1000;

    private final Grid grid;
    private final List<Component> narrow = new ArrayList<>();
    private final List<Component> others = new ArrayList<>();
    private double othersWeight;

    /** Whether any component is narrow on {@code grid}, so that values at the centres of cells could miss it. */
    public static boolean needed(NoisedMixture mixture, Grid grid) {
        double limit = limit(grid);
        for (int k = 0; k < mixture.size(); k++) {
            if (PrincipalWidths.smallestStd(mixture, k) < limit) {
                return true;
            }
        }
        return false;
    }

    /** Splits {@code mixture}; {@code grid} has the cells that means are taken over. */
    public CellMeans(NoisedMixture mixture, Grid grid) {
        this.grid = grid;
        double limit = limit(grid);
        for (int k = 0; k < mixture.size(); k++) {
            // exp(logFactor) = w / (2π √det C).
            double weight = Math.exp(mixture.logFactor(k)) * 2 * Math.PI * PrincipalWidths.rootDeterminant(mixture, k);
            var component = new Component(
                    weight,
                    mixture.meanX(k),
                    mixture.meanY(k),
                    mixture.covarianceXX(k),
                    mixture.covarianceXY(k),
                    mixture.covarianceYY(k));
            if (PrincipalWidths.smallestStd(mixture, k) < limit) {
                narrow.add(component);
            } else {
                others.add(component);
                othersWeight += weight;
            }
        }
    }

    private static double limit(Grid grid) {
        return NARROW * Math.max(Math.abs(grid.stepX()), Math.abs(grid.stepY()));
    }

    /** The components that are not narrow, their weights scaled to sum to one; none if all are narrow. */
    public Optional<NoisedMixture> wide() {
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new NoisedMixture(new GaussianMixture(others), NoiseLevel.plain(0)));
    }

    /** The share of the mixture's weight in {@link #wide}. */
    public double wideWeight() {
        return othersWeight;
    }

    /** Receives the contribution of a component to a cell. */
    private interface Sum {
        void add(int cell, double value);
    }

    /**
     * Adds the narrow components' means to {@code values}, cell by cell, in 1/data units². Reports to the current {@link
     * Watcher}, which may cancel it.
     */
    public void add(float[] values) {
        add((cell, value) -> values[cell] += (float) value);
    }

    /** As {@link #add(float[])}, in double precision. */
    public void add(double[] values) {
        add((cell, value) -> values[cell] += value);
    }

    private void add(Sum sum) {
        var together = narrow.size() < HermiteSums.MANY
                ? Optional.<NoisedMixture>empty()
                : Optional.of(new NoisedMixture(new GaussianMixture(narrow), NoiseLevel.plain(0)))
                        .filter(all -> HermiteSums.fits(all, grid));
        together.ifPresentOrElse(all -> addTogether(all, sum), () -> addEach(sum));
    }

    private void addTogether(NoisedMixture all, Sum sum) {
        var means = new float[grid.cells()];
        new HermiteSums(all, grid, true).fill(means, 1);
        double share = narrow.stream().mapToDouble(Component::weight).sum();
        for (int i = 0; i < means.length; i++) {
            sum.add(i, share * means[i]);
        }
    }

    private void addEach(Sum sum) {
        var watcher = Watcher.current();
        for (int i = 0; i < narrow.size(); i++) {
            if (i % REPORTED == 0) {
                watcher.step(Watcher.Work.DENSITY, (double) i / narrow.size());
            }
            var component = narrow.get(i);
            if (component.xy() == 0) {
                upright(component, sum);
            } else {
                oblique(component, sum);
            }
        }
        watcher.reached(Watcher.Work.DENSITY, 1);
    }

    /** A component whose axes are the grid's: its mean is a product of two differences of Φ. */
    private void upright(Component c, Sum sum) {
        double stdX = Math.sqrt(c.xx());
        double stdY = Math.sqrt(c.yy());
        int[] columns = columns().cells(c.meanX(), stdX);
        int[] rows = rows().cells(c.meanY(), stdY);
        double[] massX = masses(c.meanX(), stdX, columns(), columns);
        double[] massY = masses(c.meanY(), stdY, rows(), rows);
        for (int j = 0; j < massY.length; j++) {
            double factor = c.weight() / grid.cellArea() * massY[j];
            for (int i = 0; i < massX.length; i++) {
                sum.add(grid.index(columns[0] + i, rows[0] + j), factor * massX[i]);
            }
        }
    }

    /** The mass of N(mean, std²) in every cell from the first to the last along an axis; Φ is computed once for each edge. */
    private static double[] masses(double mean, double std, Axis axis, int[] cells) {
        var masses = new double[Math.max(0, cells[1] - cells[0] + 1)];
        if (masses.length == 0) {
            return masses;
        }
        double z = (axis.edge(cells[0]) - mean) / std;
        double tail = NormalMass.below(-Math.abs(z));
        for (int i = 0; i < masses.length; i++) {
            double nextZ = (axis.edge(cells[0] + i + 1) - mean) / std;
            double nextTail = NormalMass.below(-Math.abs(nextZ));
            masses[i] = Math.signum(z) * Math.signum(nextZ) > 0 ? Math.abs(nextTail - tail) : 1 - tail - nextTail;
            z = nextZ;
            tail = nextTail;
        }
        return masses;
    }

    /**
     * A component with other axes: the integral along the axis on which it covers more cells, by the midpoint rule, of its
     * density there times the exact mass across. Along that axis the strip moves across by at most one cell a cell, and within
     * a node by 1/{@value #FEWEST_NODES} of that at most: by a third of its own width, or by 1/{@value #MOST_NODES} of a cell if
     * it is thinner still.
     */
    private void oblique(Component c, Sum sum) {
        if (c.xx() * grid.stepY() * grid.stepY() >= c.yy() * grid.stepX() * grid.stepX()) {
            var strip = new Strip(c.weight(), c.meanX(), c.meanY(), c.xx(), c.xy(), c.yy());
            strip.add(columns(), rows(), (along, across, value) -> sum.add(grid.index(along, across), value));
        } else {
            var strip = new Strip(c.weight(), c.meanY(), c.meanX(), c.yy(), c.xy(), c.xx());
            strip.add(rows(), columns(), (along, across, value) -> sum.add(grid.index(across, along), value));
        }
    }

    /** Receives the contribution of a strip to a cell. */
    private interface StripSum {
        void add(int along, int across, double value);
    }

    /** An oblique component; its first coordinate is that of the axis along which it is integrated. */
    private record Strip(double weight, double mean, double meanAcross, double variance, double mixed, double other) {
        void add(Axis along, Axis across, StripSum sum) {
            double std = Math.sqrt(variance);
            double slope = mixed / variance;
            double width = Math.sqrt(Math.max(0, Math.fma(-slope, mixed, other)));
            // Nodes resolve both the Gaussian along the axis and the strip that moves with it.
            double finest = Math.min(std, Math.max(width, 1e-9 * std) / Math.abs(slope));
            int nodes = (int) Math.clamp(Math.ceil(3 * Math.abs(along.step()) / finest), FEWEST_NODES, MOST_NODES);
            double part = along.step() / nodes;
            double density = weight / Math.abs(along.step() * across.step());
            int[] reached = along.cells(mean, std);
            for (int i = reached[0]; i <= reached[1]; i++) {
                for (int node = 0; node < nodes; node++) {
                    double low = along.edge(i) + node * part;
                    double inNode = density * mass(low, low + part, mean, std);
                    if (inNode == 0) {
                        continue;
                    }
                    double centre = meanAcross + slope * (low + 0.5 * part - mean);
                    int[] crossed = across.cells(centre, width);
                    for (int j = crossed[0]; j <= crossed[1]; j++) {
                        sum.add(i, j, inNode * mass(across.edge(j), across.edge(j + 1), centre, width));
                    }
                }
            }
        }
    }

    /** The mass of N(mean, std²) between two edges, in either order. */
    private static double mass(double edge, double other, double mean, double std) {
        double a = (Math.min(edge, other) - mean) / std;
        double b = (Math.max(edge, other) - mean) / std;
        return NormalMass.between(a, b);
    }

    private Axis columns() {
        return new Axis(grid.x0(), grid.stepX(), grid.columns());
    }

    private Axis rows() {
        return new Axis(grid.y0(), grid.stepY(), grid.rows());
    }

    /** The cells along one axis of the grid; {@code step} may be negative. */
    private record Axis(double start, double step, int count) {
        double edge(int cell) {
            return start + cell * step;
        }

        /** The first and last cell that a Gaussian reaches; an empty interval if it reaches none. */
        int[] cells(double mean, double std) {
            double a = (mean - REACH * std - start) / step;
            double b = (mean + REACH * std - start) / step;
            double low = Math.floor(Math.min(a, b));
            double high = Math.floor(Math.max(a, b));
            return new int[] {(int) Math.max(low, 0), (int) Math.min(high, count - 1.0)};
        }
    }
}
