package scorescope.core.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import scorescope.core.BadInputException;
import scorescope.core.io.InputFile;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;

/**
 * State of a training, in the NPZ file of {@link WeightsFile}: its named tensors are the learned weights (their moving
 * average, if there is one), the other entries hold everything that the next step depends on, so that a resumed run equals
 * the uninterrupted one bit for bit.
 *
 * <p>{@code step} (int64), {@code session} (string: the session's JSON), {@code losses} (float64, one a step),
 * {@code level_losses} (float64: sums by noise level, then their weights), {@code loss_sums} (float64: the first loss, the
 * smoothed sum and its weight); and as float32 vectors of all weights, in the order of the tensors (E1, e1, E2, e2, W1, b1,
 * …, each row-major): {@code newest_weights}, {@code good_weights} (the last ones with a finite, moderate loss),
 * {@code average_weights} (empty without a moving average), and {@code optimizer_…}, the state of the optimizer, such as
 * {@code optimizer_mean} and {@code optimizer_square} of Adam. {@code optimizer} (string) names the optimizer; files of
 * earlier versions lack it; their optimizer is recognised from its state.
 */
public final class Checkpoint {
    private static final String STEP = "step";
    private static final String SESSION = "session";
    private static final String LOSSES = "losses";
    private static final String LEVEL_LOSSES = "level_losses";
    private static final String LOSS_SUMS = "loss_sums";
    private static final String NEWEST = "newest_weights";
    private static final String GOOD = "good_weights";
    private static final String AVERAGE = "average_weights";
    private static final String OPTIMIZER = "optimizer";
    private static final String MEMORY = "optimizer_";

    private Checkpoint() {}

    /** State of a trainer; arrays are shared until they are written. */
    record Memory(
            long step,
            double[] losses,
            double[] levelLosses,
            double[] lossSums,
            float[] newest,
            float[] good,
            float[] average,
            Map<String, float[]> optimizer) {}

    /** The file's bytes; equal trainings give equal bytes. */
    public static byte[] bytes(Trainer trainer, String session) {
        var memory = trainer.memory();
        var arrays = new LinkedHashMap<>(
                WeightsFile.contents(trainer.state().score()).arrays());
        arrays.put(STEP, NpyArray.of(memory.step()));
        arrays.put(SESSION, NpyArray.of(session));
        arrays.put(LOSSES, NpyArray.of(memory.losses()));
        arrays.put(LEVEL_LOSSES, NpyArray.of(memory.levelLosses()));
        arrays.put(LOSS_SUMS, NpyArray.of(memory.lossSums()));
        arrays.put(NEWEST, NpyArray.of(memory.newest()));
        arrays.put(GOOD, NpyArray.of(memory.good()));
        arrays.put(AVERAGE, NpyArray.of(memory.average()));
        arrays.put(OPTIMIZER, NpyArray.of(trainer.optimizer()));
        new TreeMap<>(memory.optimizer()).forEach((name, values) -> arrays.put(MEMORY + name, NpyArray.of(values)));
        return new Npz(arrays).bytes();
    }

    /**
     * A trainer in the state that the file holds.
     *
     * @param place name of the file in messages
     * @throws BadInputException if the file is not a checkpoint, or belongs to another network or optimizer
     */
    public static Trainer resume(TrainingTask task, TrainingData data, byte[] bytes, String place) {
        var score = WeightsFile.read(bytes, place);
        var file = Npz.read(bytes, place);
        if (!file.has(STEP)) {
            throw BadInputException.of(place, "core.checkpoint.no-training");
        }
        var architecture = task.settings().architecture();
        if (!score.weights().architecture().equals(architecture)) {
            throw BadInputException.of(place, "core.checkpoint.other-network");
        }
        sameOptimizer(file, task);
        var trainer = new Trainer(task, data);
        var expected = trainer.memory();
        long[] step = file.longs(STEP);
        double[] losses = file.doubles(LOSSES);
        if (step.length != 1 || step[0] < 0 || losses.length != step[0]) {
            throw BadInputException.of(place + ": " + STEP, "core.checkpoint.losses");
        }
        var optimizer = new LinkedHashMap<String, float[]>();
        expected.optimizer().forEach((name, values) -> optimizer.put(name, floats(file, MEMORY + name, values.length)));
        trainer.restore(new Memory(
                step[0],
                losses,
                doubles(file, LEVEL_LOSSES, expected.levelLosses().length),
                doubles(file, LOSS_SUMS, expected.lossSums().length),
                floats(file, NEWEST, architecture.size()),
                floats(file, GOOD, architecture.size()),
                floats(file, AVERAGE, expected.average().length),
                optimizer));
        return trainer;
    }

    private static void sameOptimizer(Npz file, TrainingTask task) {
        var expected = task.settings().scalars().get(TrainingParameters.OPTIMIZER);
        if (!file.has(OPTIMIZER)) {
            return;
        }
        var named = OptimizerCatalog.CATALOG.kind(file.text(OPTIMIZER), file.place() + ": " + OPTIMIZER);
        if (!named.id().equals(expected.id())) {
            throw BadInputException.of(
                    file.place() + ": " + OPTIMIZER,
                    "core.checkpoint.other-optimizer",
                    named.title(),
                    expected.title(),
                    named.id());
        }
    }

    /** Whether a file is a checkpoint of a training; does not check that it is complete. */
    public static boolean isIn(Path file) throws IOException {
        byte[] bytes = InputFile.bytes(file);
        if (!Npz.isZip(bytes)) {
            return false;
        }
        try {
            var arrays = Npz.read(bytes, file.toString());
            return arrays.has(STEP) && arrays.has(SESSION);
        } catch (BadInputException noArrays) {
            return false;
        }
    }

    /** The session that a file was trained with; empty if the file does not contain it. */
    public static String session(byte[] bytes, String place) {
        var file = WeightsFile.arrays(bytes, place);
        return file.has(SESSION) ? file.text(SESSION) : "";
    }

    private static float[] floats(Npz file, String name, int length) {
        float[] values = file.floats(name);
        boolean finite = true;
        for (float value : values) {
            finite &= Float.isFinite(value);
        }
        return checked(file, name, values.length == length && finite, values);
    }

    private static double[] doubles(Npz file, String name, int length) {
        double[] values = file.doubles(name);
        return checked(
                file, name, values.length == length && Arrays.stream(values).allMatch(Double::isFinite), values);
    }

    private static <T> T checked(Npz file, String name, boolean fits, T values) {
        if (!fits) {
            throw BadInputException.of(file.place() + ": " + name, "core.checkpoint.other-shape");
        }
        return values;
    }
}
