package scorescope.plot.film;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import scorescope.core.Watcher;
import scorescope.core.parallel.SpinPool;
import scorescope.plot.export.AnimationTiming;
import scorescope.plot.export.FrameCoder;
import scorescope.plot.export.FrameSource;
import scorescope.plot.paint.Length;
import scorescope.plot.study.run.StudyInputs;

/** The frames of an animation, drawn and encoded by several threads, written in order. */
final class Film implements FrameSource {
    /** Number of frames drawn beforehand, evenly from first to last: they give the height of all frames and their colours. */
    private static final int SAMPLES = 9;

    /** Most pixels per point in samples. */
    private static final double SAMPLE_SCALE = FrameSize.SCREEN_DPI / Length.POINTS_PER_INCH;

    /** Most frames in a batch: a batch is drawn, then encoded. */
    private static final int MOST_AT_ONCE = 16;

    /** Most pixels in a batch of more than two frames. */
    private static final long MOST_PIXELS = 1L << 23;

    private final StudyInputs inputs;
    private final Motion motion;
    private final AnimationTiming timing;
    private final Optional<String> session;
    private final List<int[]> samples = new ArrayList<>();
    private final FramePage page;
    private final Watcher watcher = Watcher.current();
    private final double width;
    private final String description;
    private double height;
    private double widestBar;

    /**
     * @param inputs session and findings that {@code motion} varies
     * @param even whether frames need even numbers of columns and rows
     * @throws scorescope.core.BadInputException if the session refers to something that does not exist
     */
    Film(
            StudyInputs inputs,
            Motion motion,
            AnimationTiming timing,
            FrameSize size,
            boolean even,
            Optional<String> session) {
        this.inputs = inputs;
        this.motion = motion;
        this.timing = timing;
        this.session = session;
        width = Length.points(inputs.session().figure().length(), "figure.width");
        description = quietly(() -> sample(size, even));
        page = size.page(width, height, even);
    }

    /** Draws the samples, finds the greatest height, and returns the description of the last one. */
    private String sample(FrameSize size, boolean even) {
        String last = "";
        double scale = Math.min(size.page(width, width, even).scale(), SAMPLE_SCALE);
        var drawer = new FrameDrawer(scale, 0);
        var shots = motion.shots(inputs);
        for (int i = 0; i < SAMPLES; i++) {
            watcher.requireWanted();
            int frame = (int) Math.round(i * (timing.frames() - 1) / (SAMPLES - 1.0));
            var figure = drawer.figure(shots.at(share(frame)));
            height = Math.max(height, figure.height());
            samples.add(drawer.pixels(figure, 0, FramePage.of(width, figure.height(), scale)));
            widestBar = drawer.widestBar();
            last = i + 1 < SAMPLES ? "" : figure.alternative().get();
        }
        return last;
    }

    private double share(int frame) {
        return frame / (timing.frames() - 1.0);
    }

    @Override
    public int columns() {
        return page.columns();
    }

    @Override
    public int rows() {
        return page.rows();
    }

    @Override
    public double dpi() {
        return page.scale() * Length.POINTS_PER_INCH;
    }

    @Override
    public AnimationTiming timing() {
        return timing;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Optional<String> session() {
        return session;
    }

    @Override
    public List<int[]> samples() {
        return List.copyOf(samples);
    }

    /** The first frame. */
    int[] poster() {
        return quietly(() -> {
            var shots = motion.shots(inputs);
            return pixels(new FrameDrawer(page.scale(), widestBar), shots.at(0));
        });
    }

    /** The width of the widest colour bar of the samples, in points. */
    double widestBar() {
        return widestBar;
    }

    @Override
    public <C> void play(FrameCoder<C> coder) throws IOException {
        var pool = SpinPool.current();
        var drawers = new ConcurrentLinkedQueue<FrameDrawer>();
        int most = Math.clamp(MOST_PIXELS / ((long) columns() * rows()), 2, MOST_AT_ONCE);
        var before = Optional.<int[]>empty();
        var shots = motion.shots(inputs);
        for (int from = 0; from < timing.frames(); from += most) {
            int first = from;
            var batch = quietly(() -> IntStream.range(first, Math.min(first + most, timing.frames()))
                    .mapToObj(frame -> shots.at(share(frame)))
                    .toList());
            var drawn = pool.map(batch, shot -> drawn(drawers, shot));
            var last = before;
            var coded = pool.map(
                    IntStream.range(0, drawn.size()).boxed().toList(),
                    i -> coder.code(i == 0 ? last : Optional.of(drawn.get(i - 1)), drawn.get(i)));
            for (int i = 0; i < coded.size(); i++) {
                coder.write(coded.get(i), from + i);
                watcher.step(Watcher.Work.ANIMATION, (from + i + 1) / (double) timing.frames());
            }
            before = Optional.of(drawn.getLast());
        }
    }

    private int[] drawn(Queue<FrameDrawer> drawers, StudyInputs shot) {
        var drawer = Optional.ofNullable(drawers.poll()).orElseGet(() -> new FrameDrawer(page.scale(), widestBar));
        try {
            return quietly(() -> pixels(drawer, shot));
        } finally {
            drawers.add(drawer);
        }
    }

    private int[] pixels(FrameDrawer drawer, StudyInputs shot) {
        return drawer.pixels(drawer.figure(shot), height, page);
    }

    /** Runs work that is cancelled with the animation and whose own progress is not reported. */
    private <R> R quietly(ScopedValue.CallableOp<R, RuntimeException> work) {
        return new Watcher() {
            @Override
            public boolean cancelled() {
                return watcher.cancelled();
            }
        }.during(work);
    }
}
