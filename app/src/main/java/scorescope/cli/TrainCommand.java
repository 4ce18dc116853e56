package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.InputFile;
import scorescope.core.parameter.Parameter;
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
import scorescope.words.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "train")
final class TrainCommand implements Callable<Integer> {
    private static final long NANOS_PER_REPORT = 1_000_000_000;
    private static final int WORKERS = 2;
    private static final Parameter.Whole STOP_AFTER = new Parameter.Whole(
            "--stop-after", "", 1, 1, TrainingParameters.STEPS.max(), Words.constant("cli.train.stop-after"));

    @Mixin
    private SessionOptions session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "NET.npz",
            descriptionKey = "cli.train.output")
    private Path output;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "cli.train.steps")
    private Optional<Long> steps = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "cli.train.seed")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--resume", paramLabel = "NET.npz", descriptionKey = "cli.train.resume")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--stop-after", paramLabel = "N", descriptionKey = "cli.train.stop-after")
    private Optional<Long> stopAfter = Optional.empty();

    @Option(names = "--json", descriptionKey = "cli.train.json")
    private boolean json;

    private final Console console;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Outputs.requireNpz(output);
        stopAfter.ifPresent(more -> STOP_AFTER.parse(more, STOP_AFTER.key()));
        var inputSession = session.read();
        var settings = settings(inputSession.training());
        var trained = ResumedSettings.pinned(inputSession.withTraining(settings));
        var data = TrainingData.of(Resolved.mixture(trained), settings);
        long startNanos = System.nanoTime();
        try (var trainer = trainer(trained, data)) {
            train(trainer);
            var end = trainer.state();
            byte[] bytes = Checkpoint.bytes(
                    trainer, SessionJson.toText(trained, output.toAbsolutePath().getParent()));
            AtomicFile.write(output, bytes);
            if (end.status() == Status.DIVERGED) {
                throw new FailedWork(Words.text(
                        "cli.train.training-stopped-after-step", end.step(), end.steps(), end.advice(), output));
            }
            report(end, (System.nanoTime() - startNanos) * 1e-9, Carried.sha256(bytes));
        }
        return Cli.DONE;
    }

    /** A new trainer, or one that continues from a file, with a note if its training began with other settings. */
    private Trainer trainer(Session session, TrainingData data) throws IOException {
        var task = new TrainingTask(session.training(), session.process());
        if (resume.isEmpty()) {
            return new Trainer(task, data);
        }
        String place = resume.get().toString();
        byte[] bytes = InputFile.bytes(resume.get());
        String differences = String.join(", ", ResumedSettings.differences(bytes, resume.get(), session));
        var trainer = resumed(task, data, bytes, place, differences);
        if (!differences.isEmpty()) {
            console.err().println(Words.text("cli.train.note-was-trained-under-other", place, differences));
        }
        return trainer;
    }

    /** @throws BadInputException naming the settings that differ, if the file's arrays do not fit them */
    private static Trainer resumed(
            TrainingTask task, TrainingData data, byte[] bytes, String place, String differences) {
        try {
            return Checkpoint.resume(task, data, bytes, place);
        } catch (BadInputException unfit) {
            throw differences.isEmpty()
                    ? unfit
                    : new BadInputException(
                            unfit.place(),
                            Words.text("cli.train.unfit-under-other-settings", unfit.problem(), differences),
                            unfit.remedy());
        }
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
        long last = stopAfter.map(more -> trainer.steps() + more).orElse(Long.MAX_VALUE);
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
                                ? described(state, Status.RUNNING).toString()
                                : Words.text("cli.train.step-loss", state.step(), state.steps(), state.smoothedLoss()));
    }

    private void report(TrainingState end, double seconds, String sha256) {
        console.out()
                .println(
                        json
                                ? described(end, end.status())
                                        .put("seconds", seconds)
                                        .put("file", output.toString())
                                        .put("sha256", sha256)
                                        .toString()
                                : Words.text(
                                        "cli.train.steps-s-loss", end.step(), seconds, end.smoothedLoss(), output));
    }

    private static ObjectNode described(TrainingState state, Status status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("step", state.step())
                .put("steps", state.steps())
                .put("loss", state.loss())
                .put("smoothedLoss", state.smoothedLoss())
                .put("status", status.name().toLowerCase(Locale.ROOT));
    }
}
