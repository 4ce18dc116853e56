package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.FailedWork;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.InputFile;
import scorescope.core.training.Checkpoint;
import scorescope.core.training.Trainer;
import scorescope.core.training.TrainingData;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.TrainingState;
import scorescope.core.training.TrainingState.Status;
import scorescope.core.training.TrainingTask;
import scorescope.session.Carried;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.Resolved;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "train", description = "Trains the session's network on its density and writes the weights.")
final class TrainCommand implements Callable<Integer> {
    private static final long NANOS_PER_REPORT = 1_000_000_000;
    private static final int WORKERS = 2;

    @Mixin
    private SessionOptions session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "NET.npz",
            description = "Where the weights go; name the file in score.file to use them.")
    private Path output;

    @Option(names = "--steps", paramLabel = "N", description = "Optimizer steps, instead of the session's.")
    private Optional<Long> steps = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of weights and batches, instead of the session's.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "NET.npz",
            description =
                    "Goes on where the training in this file stopped, to the same result as without a stop; under other"
                            + " settings it says which differ.")
    private Optional<Path> resume = Optional.empty();

    @Option(
            names = "--stop-after",
            paramLabel = "N",
            description =
                    "Stops N steps from here, so that --resume can go on; --steps is the length of the whole run.")
    private long most = Long.MAX_VALUE;

    @Option(
            names = "--json",
            description = "Reports as JSON, one object a line: progress on stderr, the end on stdout.")
    private boolean json;

    private final Console console;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Outputs.requireNpz(output);
        var asked = session.read();
        var settings = settings(asked.training());
        var trained = ResumedSettings.pinned(asked.withTraining(settings));
        var data = TrainingData.of(Resolved.mixture(trained), settings);
        long begun = System.nanoTime();
        try (var trainer = trainer(trained, data)) {
            train(trainer);
            var end = trainer.state();
            byte[] bytes = Checkpoint.bytes(
                    trainer, SessionJson.toText(trained, output.toAbsolutePath().getParent()));
            AtomicFile.write(output, bytes);
            if (end.status() == Status.DIVERGED) {
                throw new FailedWork("training stopped after step " + end.step() + " of " + end.steps() + ": "
                        + end.advice() + " in " + output);
            }
            report(end, (System.nanoTime() - begun) * 1e-9, Carried.sha256(bytes));
        }
        return Cli.DONE;
    }

    /** A new trainer, or one that goes on from a file, with a note if its training began under other settings. */
    private Trainer trainer(Session session, TrainingData data) throws IOException {
        var task = new TrainingTask(session.training(), session.process());
        if (resume.isEmpty()) {
            return new Trainer(task, data);
        }
        String place = resume.get().toString();
        byte[] bytes = InputFile.bytes(resume.get());
        var differences = ResumedSettings.differences(bytes, resume.get(), session);
        var trainer = Checkpoint.resume(task, data, bytes, place);
        if (!differences.isEmpty()) {
            console.err()
                    .println("note: " + place + " was trained under other settings (" + String.join(", ", differences)
                            + "); the result is not that of one training");
        }
        return trainer;
    }

    private TrainingSettings settings(TrainingSettings standard) {
        var scalars = standard.scalars();
        if (steps.isPresent()) {
            TrainingParameters.STEPS.parse(steps.get(), "--steps");
            scalars = scalars.with(TrainingParameters.STEPS, steps.get());
        }
        if (seed.isPresent()) {
            TrainingParameters.SEED.parse(seed.get(), "--seed");
            scalars = scalars.with(TrainingParameters.SEED, seed.get());
        }
        return new TrainingSettings(scalars, standard.hidden(), standard.levels());
    }

    private void train(Trainer trainer) {
        long last = most > Long.MAX_VALUE - trainer.steps() ? Long.MAX_VALUE : trainer.steps() + most;
        long reported = System.nanoTime();
        while (trainer.steps() < last && trainer.step(WORKERS)) {
            long now = System.nanoTime();
            if (now - reported > NANOS_PER_REPORT) {
                progress(trainer.state());
                reported = now;
            }
        }
    }

    private void progress(TrainingState state) {
        console.err()
                .println(
                        json
                                ? described(state).toString()
                                : String.format(
                                        Locale.ROOT,
                                        "step %d of %d, loss %.4f",
                                        state.step(),
                                        state.steps(),
                                        state.smoothedLoss()));
    }

    private void report(TrainingState end, double seconds, String sha256) {
        console.out()
                .println(
                        json
                                ? described(end)
                                        .put("seconds", seconds)
                                        .put("file", output.toString())
                                        .put("sha256", sha256)
                                        .toString()
                                : String.format(
                                        Locale.ROOT,
                                        "%d steps in %.1f s, loss %.4f: %s",
                                        end.step(),
                                        seconds,
                                        end.smoothedLoss(),
                                        output));
    }

    private static ObjectNode described(TrainingState state) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("step", state.step())
                .put("steps", state.steps())
                .put("loss", state.loss())
                .put("smoothedLoss", state.smoothedLoss())
                .put("status", state.status().name().toLowerCase(Locale.ROOT));
    }
}
