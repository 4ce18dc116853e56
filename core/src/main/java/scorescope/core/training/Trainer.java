package scorescope.core.training;

import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.objective.Objective;
import scorescope.core.score.Domain;
import scorescope.core.training.TrainingState.Status;

/**
 * Training, one step at a time, on the calling thread and (with two workers) one more. Every batch is split into two
 * fixed shards whose gradients are added in a fixed order, so the weights are the same bits for one worker or two.
 * A step allocates nothing; {@link #state()} copies the weights. For one thread at a time.
 */
public final class Trainer implements AutoCloseable {
    /** Losses this many times the first one (or 1) are an explosion, not noise. */
    private static final double EXPLOSION = 1e4;

    private static final double SMOOTHING = 0.98;
    private static final int STEPS_PER_CHECKPOINT = 50;
    private static final String DIVERGED_ADVICE =
            "the loss exploded; lower learningRate or clipNorm, then reset. The last good weights are kept";

    private final Domain domain;
    private final long steps;
    private final double clipNorm;
    private final LearningRate learningRate;
    private final WeightArray weights;
    private final float[] good;
    private final float[] gradient;
    private final Adam adam;
    private final Shard first;
    private final Shard second;
    private final Crew crew;
    private final LossHistory.Recorder losses = new LossHistory.Recorder();

    private long step;
    private double loss = Double.NaN;
    private double lossSum;
    private double lossWeight;
    private double firstLoss;
    private Status status = Status.PAUSED;

    public Trainer(TrainingSettings settings, TrainingData data) {
        this(settings, data, Weights.initial(settings.architecture(), settings.seed()));
    }

    /** Starts from given weights, which must have the settings' architecture. */
    public Trainer(TrainingSettings settings, TrainingData data, Weights start) {
        if (!start.architecture().equals(settings.architecture())) {
            throw new IllegalArgumentException("the weights belong to another architecture");
        }
        domain = settings.domain();
        steps = settings.steps();
        clipNorm = settings.clipNorm();
        learningRate = settings.learningRate();
        weights = start.thaw();
        good = weights.values().clone();
        gradient = new float[good.length];
        adam = new Adam(good.length);
        var objective = settings.objective();
        int half = (settings.batch() + 1) / 2;
        first = shard(settings, data, objective, 0, half);
        second = shard(settings, data, objective, half, settings.batch() - half);
        crew = new Crew(first::compute, second::compute);
    }

    private Shard shard(TrainingSettings settings, TrainingData data, Objective objective, int start, int size) {
        var source = new BatchSource(data, settings.levels(), settings.seed());
        return new Shard(source, objective, weights, start, size, settings.batch());
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
        crew.run(step + 1, workers);
        loss = first.loss() + second.loss();
        add(first.gradient(), second.gradient(), gradient);
        double norm = Math.sqrt(sumOfSquares(gradient));
        if (diverged(norm)) {
            status = Status.DIVERGED;
            System.arraycopy(good, 0, weights.values(), 0, good.length);
            return false;
        }
        record();
        float scale = norm > clipNorm ? (float) (clipNorm / norm) : 1;
        adam.step(weights.values(), gradient, scale, learningRate.at(step), step + 1);
        step++;
        if (step == steps) {
            status = Status.FINISHED;
        }
        return status.canStep();
    }

    /** The number of steps taken. */
    public long steps() {
        return step;
    }

    /** How it stands; the weights are copied, the rest is shared. */
    public TrainingState state() {
        return new TrainingState(
                step,
                steps,
                loss,
                step == 0 ? Double.NaN : lossSum / lossWeight,
                losses.history(),
                weights.freeze(),
                domain,
                0,
                status,
                status == Status.DIVERGED ? DIVERGED_ADVICE : "");
    }

    @Override
    public void close() {
        crew.close();
    }

    private boolean diverged(double norm) {
        return !Double.isFinite(loss)
                || !Double.isFinite(norm)
                || (step > 0 && loss > EXPLOSION * Math.max(1, firstLoss));
    }

    private void record() {
        if (step == 0) {
            firstLoss = loss;
        }
        // These weights have just given a sound loss: fall back on them if the next ones do not.
        if (step % STEPS_PER_CHECKPOINT == 0) {
            System.arraycopy(weights.values(), 0, good, 0, good.length);
        }
        losses.add(loss);
        lossSum = SMOOTHING * lossSum + (1 - SMOOTHING) * loss;
        lossWeight = SMOOTHING * lossWeight + (1 - SMOOTHING);
    }

    private static void add(float[] a, float[] b, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
    }

    /** Four sums at a time: one alone waits for its own addition. */
    private static double sumOfSquares(float[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < values.length; i++) {
            a += (double) values[i] * values[i];
        }
        return a + b + c + d;
    }
}
