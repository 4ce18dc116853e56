package scorescope.plot.film;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import scorescope.core.Watcher;
import scorescope.plot.export.AnimationTiming;
import scorescope.plot.export.FrameCoder;
import scorescope.plot.export.Reel;
import scorescope.plot.paint.Length;
import scorescope.plot.study.run.StudyInputs;

/** The frames of an animation, drawn and coded by several threads and handed on in their order. */
final class Film implements Reel {
    /** Frames that are drawn first, from the first to the last, for the size of all and for colours. */
    private static final int SAMPLES = 9;

    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);

    /** Frames that are drawn before the ones in front of them are written. */
    private static final int AHEAD = 2 * THREADS + 2;

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
     * @param inputs what does not change from frame to frame
     * @param even whether frames need even numbers of columns and rows
     * @throws scorescope.core.BadInputException if the session asks for what there is not
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
        width = Length.points(inputs.session().figure().width(), "figure.width");
        description = quietly(() -> sample(size, even));
        page = size.page(width, height, even);
    }

    /** Draws the samples, finds the greatest height, and says what the last one shows. */
    private String sample(FrameSize size, boolean even) {
        String last = "";
        var drawer = new FrameDrawer(size.page(width, width, even).scale(), 0);
        try (var shots = motion.shots(inputs)) {
            for (int i = 0; i < SAMPLES; i++) {
                watcher.requireWanted();
                int frame = (int) Math.round(i * (timing.frames() - 1) / (SAMPLES - 1.0));
                var figure = drawer.figure(shots.at(share(frame)));
                height = Math.max(height, figure.height());
                samples.add(drawer.pixels(figure, 0, size.page(width, figure.height(), even)));
                widestBar = drawer.widestBar();
                last = i + 1 < SAMPLES ? "" : figure.alternative().get();
            }
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
            try (var shots = motion.shots(inputs)) {
                return pixels(new FrameDrawer(page.scale(), widestBar), shots.at(0));
            }
        });
    }

    /** The width of the widest colour bar of the samples, in points. */
    double widestBar() {
        return widestBar;
    }

    @Override
    public <C> void play(FrameCoder<C> coder) throws IOException {
        var drawers = new ArrayBlockingQueue<FrameDrawer>(THREADS);
        for (int i = 0; i < THREADS; i++) {
            drawers.add(new FrameDrawer(page.scale(), widestBar));
        }
        try (var threads = Executors.newFixedThreadPool(THREADS);
                var shots = motion.shots(inputs)) {
            try {
                play(coder, shots, drawers, threads);
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw failed;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private <C> void play(FrameCoder<C> coder, Shots shots, BlockingQueue<FrameDrawer> drawers, ExecutorService threads)
            throws IOException {
        var coded = new ArrayDeque<CompletableFuture<C>>();
        var before = CompletableFuture.completedFuture(Optional.<int[]>empty());
        int written = 0;
        for (int frame = 0; frame < timing.frames() || !coded.isEmpty(); frame++) {
            watcher.requireWanted();
            if (frame < timing.frames()) {
                double share = share(frame);
                var shot = quietly(() -> shots.at(share));
                var drawn = CompletableFuture.supplyAsync(() -> drawn(drawers, shot), threads);
                coded.add(before.thenCombineAsync(drawn, coder::code, threads));
                before = drawn.thenApply(Optional::of);
            }
            if (coded.size() > AHEAD || frame >= timing.frames()) {
                coder.write(coded.remove().join(), written++);
                watcher.reached(Watcher.Work.ANIMATION, written / (double) timing.frames());
            }
        }
    }

    private int[] drawn(BlockingQueue<FrameDrawer> drawers, StudyInputs shot) {
        try {
            var drawer = drawers.take();
            try {
                return quietly(() -> pixels(drawer, shot));
            } finally {
                drawers.add(drawer);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private int[] pixels(FrameDrawer drawer, StudyInputs shot) {
        return drawer.pixels(drawer.figure(shot), height, page);
    }

    /** Work that is cancelled with the animation, and does not report how far it is itself. */
    private <R> R quietly(ScopedValue.CallableOp<R, RuntimeException> work) {
        return new Watcher() {
            @Override
            public boolean cancelled() {
                return watcher.cancelled();
            }
        }.during(work);
    }
}
