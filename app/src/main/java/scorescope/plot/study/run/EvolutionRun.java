package scorescope.plot.study.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.Watcher;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.evolution.FokkerPlanck;
import scorescope.core.evolution.ForwardSde;
import scorescope.core.evolution.GradientEnds;
import scorescope.core.evolution.LangevinMotion;
import scorescope.core.evolution.Motion;
import scorescope.core.evolution.ProcessMotion;
import scorescope.core.evolution.StillMotion;
import scorescope.core.field.Grid;
import scorescope.core.field.MassInBox;
import scorescope.core.measure.Bins;
import scorescope.core.measure.GridDensity;
import scorescope.core.measure.Sample;
import scorescope.core.measure.TotalVariation;
import scorescope.core.memo.StepCache;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.random.NoiseStream;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.score.MixtureScore;
import scorescope.words.Words;

/** A density on a grid and particles with the same dynamics, frame by frame; every frame is stored once computed. */
public final class EvolutionRun {
    /** Frames of an evolution; the study's moment 0 … 1 chooses among FRAMES + 1 states. */
    public static final int FRAMES = 120;

    /** Smallest share of the initial mass that must lie on the grid. */
    private static final double LEAST_SEEN = 0.5;

    private static final int GRID_STEPS = 4;
    private static final int MOST_SUBSTEPS = 40;
    private static final int COARSER = 3;
    private static final double REACH = 3;

    private final Request request;
    private final MixtureScore exact;
    private final Motion motion;
    private Optional<GridDensity> target = Optional.empty();
    private Optional<List<GradientEnds.End>> ends = Optional.empty();
    private final double first;
    private final double last;
    private Optional<StepCache<Moved>> moved = Optional.empty();
    private final Bins bins;
    private final List<double[]> distances = new ArrayList<>();

    /**
     * Everything that a run depends on.
     *
     * @param noiseScale c of Langevin dynamics; 0 for the gradient flow, whose mass gathers on the maxima
     * @param start where Langevin dynamics begins
     * @param particles at least 1
     */
    public record Request(
            GaussianMixture mixture,
            NoiseProcess process,
            NoiseLevel level,
            boolean langevin,
            double noiseScale,
            double duration,
            Component start,
            Grid grid,
            int particles,
            long seed) {}

    /** The mass in every cell and the particles at one time. */
    public record Moved(double[] mass, Sample points) {}

    public EvolutionRun(Request request) {
        this.request = request;
        exact = new MixtureScore(request.mixture());
        motion = request.langevin()
                ? new StillMotion(new LangevinMotion(exact, request.level(), request.noiseScale()))
                : new ProcessMotion(request.process());
        first = request.langevin() ? 0 : request.process().tMin();
        last = request.langevin() ? request.duration() : lastInside();
        bins = new Bins(request.grid(), COARSER);
    }

    public Request request() {
        return request;
    }

    public Grid grid() {
        return request.grid();
    }

    /** The time of a frame: evenly spaced, or in equal ratios if the time of a process is a noise level. */
    public double time(int frame) {
        double share = frame / (double) FRAMES;
        return request.langevin() ? share * last : new ProcessClock(request.process(), first, last).time(share);
    }

    public Moved at(int frame) {
        if (moved.isEmpty()) {
            moved = Optional.of(new StepCache<>(start(), this::next));
        }
        var known = moved.get();
        int from = known.reached();
        var watcher = Watcher.current();
        for (int next = from + 1; next <= frame; next++) {
            watcher.step(Watcher.Work.DENSITY, (next - from) / (double) (frame - from + 1));
            known.at(next);
        }
        return known.at(frame);
    }

    /** The last frame that is computed; −1 before the first request. */
    public int reached() {
        return moved.map(StepCache::reached).orElse(-1);
    }

    /** The cells in which particles are counted. */
    public Bins bins() {
        return bins;
    }

    /**
     * Total variation between the grid and the target, the particles and the target, and the particles and the grid;
     * those of the particles by bins.
     */
    public double[] distances(int frame) {
        while (distances.size() <= frame) {
            distances.add(measured(distances.size()));
        }
        return distances.get(frame);
    }

    private double[] measured(int frame) {
        var moved = at(frame);
        var goal = request.langevin() ? target() : exact(frame);
        var variation = new TotalVariation();
        double solved = variation.between(GridDensity.of(request.grid(), moved.mass()), goal);
        double[] shares = bins.shares(moved.points());
        if (Arrays.stream(shares).sum() == 0) {
            // All particles are outside the grid: they have no mass in common with the densities on it.
            return new double[] {solved, 1, 1};
        }
        var counted = GridDensity.of(bins.grid(), shares);
        return new double[] {
            solved,
            variation.between(counted, GridDensity.of(bins.grid(), bins.of(masses(goal)))),
            variation.between(counted, GridDensity.of(bins.grid(), bins.of(moved.mass())))
        };
    }

    public static double[] masses(GridDensity density) {
        return Arrays.stream(density.logMass()).map(Math::exp).toArray();
    }

    /** The point masses at which the gradient flow ends, which has no other limit. */
    public List<GradientEnds.End> ends() {
        if (ends.isEmpty()) {
            ends = Optional.of(GradientEnds.of(exact, request.level(), new GaussianMixture(List.of(request.start()))));
        }
        return ends.get();
    }

    /** Total variation between this and another evolution on the same grid, which no motion increases. */
    public double apart(EvolutionRun other, int frame) {
        double[] here = at(frame).mass();
        double[] there = other.at(frame).mass();
        double sum = 0;
        for (int i = 0; i < here.length; i++) {
            sum += 0.5 * Math.abs(here[i] - there[i]);
        }
        return sum;
    }

    /** p_t of a process; for Langevin dynamics with c > 0 the limit, p_σ^(1/c²). */
    public GridDensity exact(int frame) {
        if (!request.langevin()) {
            return GridDensity.of(request.grid(), exact, request.process().at(time(frame)));
        }
        // c may be so small that c² is 0; then all mass is in the highest cells.
        double power = Math.min(Double.MAX_VALUE, 1 / (request.noiseScale() * request.noiseScale()));
        double[] logMass = target().logMass();
        double largest = Arrays.stream(logMass).max().orElseThrow();
        return GridDensity.ofLog(
                request.grid(),
                Arrays.stream(logMass).map(log -> power * (log - largest)).toArray());
    }

    /** p_σ itself. */
    GridDensity target() {
        if (target.isEmpty()) {
            target = Optional.of(GridDensity.of(request.grid(), exact, request.level()));
        }
        return target.get();
    }

    /** The last time at which the process's density is still inside the grid. */
    private double lastInside() {
        var process = request.process();
        double low = process.tMin();
        double high = process.tMax();
        if (inside(high)) {
            return high;
        }
        for (int halving = 0; halving < 60; halving++) {
            double middle = 0.5 * (low + high);
            if (inside(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(low, process.tMin() + 1e-6 * (process.tMax() - process.tMin()));
    }

    private boolean inside(double t) {
        var box = request.mixture().noised(request.process().at(t)).bounds(REACH);
        var grid = request.grid();
        return box.x0() >= Math.min(grid.x0(), grid.x1())
                && box.x1() <= Math.max(grid.x0(), grid.x1())
                && box.y0() >= Math.min(grid.y0(), grid.y1())
                && box.y1() <= Math.max(grid.y0(), grid.y1());
    }

    private Moved start() {
        var from = request.langevin()
                ? new GaussianMixture(List.of(request.start()))
                : request.mixture().noised(request.level());
        requireSeen(new NoisedMixture(from, NoiseLevel.plain(0)));
        var density = GridDensity.of(request.grid(), new MixtureScore(from), NoiseLevel.plain(0));
        return new Moved(masses(density), Sample.drawn(from, request.particles(), request.seed()));
    }

    /** The grid is normalised to all mass, so mass that is outside it at the start would be shown inside. */
    private void requireSeen(NoisedMixture start) {
        var grid = request.grid();
        var box = new Box(
                Math.min(grid.x0(), grid.x1()),
                Math.max(grid.x0(), grid.x1()),
                Math.min(grid.y0(), grid.y1()),
                Math.max(grid.y0(), grid.y1()));
        if (MassInBox.of(start, box).value() < LEAST_SEEN) {
            throw new BadInputException(
                    "view",
                    Words.text("study.density-evolution.start-out-of-view"),
                    request.langevin()
                            ? Words.text("study.density-evolution.move-start")
                            : Words.text("study.density-evolution.move-view"));
        }
    }

    private Moved next(Moved at, int frame) {
        var solver = new FokkerPlanck(request.grid(), motion, at.mass(), time(frame));
        solver.advance(time(frame + 1), GRID_STEPS);
        return new Moved(
                solver.mass(), request.langevin() ? langevin(at.points(), frame) : forward(at.points(), frame));
    }

    private Sample forward(Sample points, int frame) {
        var sde = new ForwardSde(request.process(), new PhiloxNoise(request.seed()));
        return sde.step(points, time(frame), time(frame + 1), frame);
    }

    /** Euler–Maruyama with steps that are short compared with the narrowest component. */
    private Sample langevin(Sample points, int frame) {
        double narrowest = request.mixture().noised(request.level()).components().stream()
                .mapToDouble(c -> Math.min(c.xx(), c.yy()))
                .min()
                .orElse(1);
        double duration = time(frame + 1) - time(frame);
        int substeps = Math.clamp((long) Math.ceil(duration / (0.04 * narrowest)), 1, MOST_SUBSTEPS);
        double h = duration / substeps;
        var noise = new PhiloxNoise(request.seed());
        int n = points.count();
        var x = points.x().clone();
        var y = points.y().clone();
        var work = new double[4][n];
        double kick = request.noiseScale() * Math.sqrt(2 * h);
        for (int k = 0; k < substeps; k++) {
            exact.score(x, y, 0, n, request.level(), work[0], work[1]);
            noise.gaussian(NoiseStream.PATH, (long) frame * MOST_SUBSTEPS + k, 0, n, work[2], work[3]);
            for (int i = 0; i < n; i++) {
                x[i] += h * work[0][i] + kick * work[2][i];
                y[i] += h * work[1][i] + kick * work[3][i];
            }
        }
        return new Sample(x, y);
    }
}
