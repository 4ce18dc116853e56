package scorescope.core.training;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.objective.Batch;
import scorescope.core.parallel.SpinPool;
import scorescope.core.score.Domain;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;
import scorescope.core.training.TrainingState.Status;

/**
 * Training, one step at a time, on the calling thread and (with two workers) one more. Every batch is split into two fixed
 * parts whose gradients are added in a fixed order, so that the weights are bit for bit the same for one worker or two. A
 * step allocates nothing; {@link #state()} copies the weights. For one thread at a time.
 */
public final class Trainer implements AutoCloseable {
    private static final double SMOOTHING = 0.98;

    /** Spins of the helper between phases, about 1 ms: the halves of a step take different times. */
    private static final int AWAKE = 20_000;

    // Phases of a step, each done in two halves.
    private static final int GRADIENT = 0;
    private static final int SUM = 1;
    private static final int MOVE = 2;

    private final TrainingTask task;
    private final Domain domain;
    private final long steps;
    private final double clipNorm;
    private final double ema;
    private final LearningRate learningRate;
    private final WeightArray weights;
    private final DivergenceWatch watch;
    private final float[] average;
    private final float[] gradient;
    private final List<FloatBlock> halves;
    private final Optimizer optimizer;
    private final BatchPart first;
    private final BatchPart second;
    private final SpinPool pool = new SpinPool(1, AWAKE);
    private final IntConsumer work = this::work;
    private final LossHistory.Recorder losses = new LossHistory.Recorder();
    private final LevelLosses.Recorder levels;

    // Results that the two halves of a step exchange.
    private final double[] squares = new double[2];
    private float scale;
    private int phase;

    private long step;
    private double loss = Double.NaN;
    private double lossSum;
    private double lossWeight;
    private Status status = Status.PAUSED;
    private String advice = "";

    /** Trains on plain noise, or on the default process if the settings require a process. */
    public Trainer(TrainingSettings settings, TrainingData data) {
        this(new TrainingTask(settings), data);
    }

    public Trainer(TrainingTask task, TrainingData data) {
        this(
                task,
                data,
                Weights.initial(task.settings().architecture(), task.settings().seed()));
    }

    /** Starts from given weights, which must have the settings' architecture. */
    public Trainer(TrainingSettings settings, TrainingData data, Weights start) {
        this(new TrainingTask(settings), data, start);
    }

    /** Starts from given weights, which must have the settings' architecture. */
    public Trainer(TrainingTask task, TrainingData data, Weights start) {
        this.task = task;
        var settings = task.settings();
        if (!start.architecture().equals(settings.architecture())) {
            throw new IllegalArgumentException("the weights belong to another architecture");
        }
        domain = task.domain();
        steps = settings.steps();
        clipNorm = settings.clipNorm();
        ema = settings.ema();
        learningRate = settings.learningRate();
        weights = start.thaw();
        watch = new DivergenceWatch(weights.values());
        average = ema > 0 ? weights.values().clone() : new float[0];
        int size = weights.values().length;
        gradient = new float[size];
        int middle = size / 2;
        halves = List.of(FloatBlock.of(gradient, 0, middle), FloatBlock.of(gradient, middle, size - middle));
        optimizer = settings.optimizer().over(size);
        int half = (settings.batch() + 1) / 2;
        first = part(data, 0, half);
        second = part(data, half, settings.batch() - half);
        levels = new LevelLosses.Recorder(
                domain,
                task.draw() instanceof NoiseDraw.Geometric
                        ? settings.trainedLevels().count()
                        : 0);
    }

    private BatchPart part(TrainingData data, int start, int size) {
        var settings = task.settings();
        var objective = task.objective(data);
        var source = new BatchSource(data, task.draw(), objective.requirements(), settings.seed());
        return new BatchPart(source, objective, domain, weights, start, size, settings.batch());
    }

    /**
     * Takes one step, unless training has finished or diverged.
     *
     * @param workers 1 or 2; the result does not depend on it
     * @return whether another step can follow
     */
    public boolean step(int workers) {
        if (!status.canStep()) {
            return false;
        }
        share(GRADIENT, workers);
        loss = first.loss() + second.loss();
        share(SUM, workers);
        double norm = Math.sqrt(squares[0] + squares[1]);
        if (watch.diverged(step, loss, norm)) {
            stop();
            return false;
        }
        record();
        scale = norm > clipNorm ? (float) (clipNorm / norm) : 1;
        share(MOVE, workers);
        step++;
        if (step == steps) {
            status = Status.FINISHED;
        }
        return status.canStep();
    }

    private void share(int next, int workers) {
        phase = next;
        pool.run(2, workers, work);
    }

    /** One half of a phase: one part of the batch, or one part of the weights. */
    private void work(int half) {
        int middle = gradient.length / 2;
        int from = half == 0 ? 0 : middle;
        int to = half == 0 ? middle : gradient.length;
        switch (phase) {
            case GRADIENT -> (half == 0 ? first : second).compute(step + 1);
            case SUM -> {
                add(first.gradient(), second.gradient(), gradient, from, to);
                squares[half] = Products.squaredNorm(halves.get(half));
            }
            case MOVE -> {
                optimizer.step(weights.values(), gradient, from, to, scale, learningRate.at(step), step + 1);
                if (ema > 0) {
                    // Warm-up: decay = min(ema, (1 + n)/(10 + n)).
                    float decay = (float) Math.min(ema, (1.0 + step) / (10.0 + step));
                    average(weights.values(), average, decay, from, to);
                }
            }
            default -> throw new IllegalArgumentException("there is no phase " + phase);
        }
    }

    /** The norm of the newest step's gradient before it was clipped; 0 before the first step. */
    public double gradientNorm() {
        return Math.sqrt(squares[0] + squares[1]);
    }

    /** The number of steps taken. */
    public long steps() {
        return step;
    }

    /** One half of the newest batch, with the loss of every sample; not copied. */
    public Batch batch(int half) {
        return half == 0 ? first.batch() : second.batch();
    }

    /** A snapshot; the weights are copied, other arrays are not. */
    public TrainingState state() {
        return new TrainingState(
                step,
                steps,
                loss,
                step == 0 ? Double.NaN : lossSum / lossWeight,
                losses.history(),
                step == 0 ? LevelLosses.EMPTY : levels.losses(),
                weights.freeze(),
                ema > 0 ? Optional.of(Weights.of(weights.architecture(), average)) : Optional.empty(),
                domain,
                0,
                status,
                advice);
    }

    /** The id of the optimizer in its catalog. */
    String optimizer() {
        return task.settings().scalars().get(TrainingParameters.OPTIMIZER).id();
    }

    /** Everything that the next step depends on; arrays are not copied. */
    Checkpoint.Memory memory() {
        return new Checkpoint.Memory(
                step,
                losses.history().toArray(),
                levels.memory(),
                new double[] {watch.firstLoss(), lossSum, lossWeight},
                weights.values(),
                watch.good(),
                average,
                optimizer.memory());
    }

    /** Restores the state of another trainer. */
    void restore(Checkpoint.Memory memory) {
        step = memory.step();
        for (double earlier : memory.losses()) {
            losses.add(earlier);
            loss = earlier;
        }
        levels.restore(memory.levelLosses());
        watch.restore(memory.lossSums()[0], memory.good());
        lossSum = memory.lossSums()[1];
        lossWeight = memory.lossSums()[2];
        System.arraycopy(memory.newest(), 0, weights.values(), 0, gradient.length);
        System.arraycopy(memory.average(), 0, average, 0, average.length);
        memory.optimizer()
                .forEach((name, values) ->
                        System.arraycopy(values, 0, optimizer.memory().get(name), 0, values.length));
        status = step >= steps ? Status.FINISHED : Status.PAUSED;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Restores the last good weights and stores the message about the fault. */
    private void stop() {
        status = Status.DIVERGED;
        watch.fallBack(weights.values());
        if (ema > 0) {
            watch.fallBack(average);
        }
        advice = DivergenceWatch.advice(step, loss, List.of(batch(0), batch(1)), task.settings());
    }

    private void record() {
        watch.sound(step, loss, weights.values());
        losses.add(loss);
        lossSum = SMOOTHING * lossSum + (1 - SMOOTHING) * loss;
        lossWeight = SMOOTHING * lossWeight + (1 - SMOOTHING);
        levels.fade();
        levels.add(first.batch());
        levels.add(second.batch());
    }

    private static void add(float[] a, float[] b, float[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] = a[i] + b[i];
        }
    }

    private static void average(float[] values, float[] average, float decay, int from, int to) {
        for (int i = from; i < to; i++) {
            average[i] += (1 - decay) * (values[i] - average[i]);
        }
    }
}
