package scorescope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameter;
import scorescope.core.training.Checkpoint;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.session.Carried;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.SourceBytes;
import scorescope.words.Words;

/** Differences between the session with which a training began and the one with which it continues. */
final class ResumedSettings {
    /** Settings that determine the meaning of the present weights. */
    private static final Set<Parameter<?>> MEANING =
            Set.of(TrainingParameters.PREDICTION, TrainingParameters.PRECONDITIONING, TrainingParameters.SIGMA_DATA);

    /** The schedule whose rate does not depend on the length of the run. */
    private static final String CONSTANT = "constant";

    private static final String ARROW = " → ";

    private ResumedSettings() {}

    /**
     * The keys of {@code session} that affect a training and had another value when the one in the file began, each as
     * {@code training.batch: 64 → 128}.
     *
     * @param bytes of the file to resume
     * @throws BadInputException if the network's output would change its meaning
     */
    static List<String> differences(byte[] bytes, Path file, Session session) {
        String text = Checkpoint.session(bytes, file.toString());
        if (text.isEmpty()) {
            return List.of(Words.text("cli.resumed-settings.session-not-file"));
        }
        Session saved;
        try {
            saved = SessionJson.read(text, file.toAbsolutePath().getParent(), file + ": session", List.of());
        } catch (BadInputException unreadable) {
            return List.of(unreadable.place() + " " + unreadable.problem());
        }
        var differences = new ArrayList<String>();
        if (!density(saved).equals(density(session))) {
            String before = shown(saved.density());
            String now = shown(session.density());
            differences.add(Words.text(
                    "cli.resumed-settings.density",
                    before,
                    before.equals(now) ? Words.text("cli.resumed-settings.other-values") : ARROW + now));
        }
        if (!values(saved.process()).equals(values(session.process()))) {
            differences.add(Words.text(
                    "cli.resumed-settings.process", shown(saved.process()), ARROW, shown(session.process())));
        }
        training(saved.training(), session.training(), file, differences);
        return differences;
    }

    /**
     * The session with the SHA-256 of the file that its density names, so that a later change of the file is detected.
     */
    static Session pinned(Session session) {
        return session.density() instanceof DensitySpec.File file
                ? session.withDensity(new DensitySpec.File(
                        file.file(),
                        file.bandwidth(),
                        file.count(),
                        Optional.of(Carried.sha256(SourceBytes.of(
                                session.carried(), Optional.of(file.file()), file.sha256(), "density")))))
                : session;
    }

    /** The settings that determine the training points. */
    private static Object density(Session session) {
        return switch (session.density()) {
            case DensitySpec.File file
            when file.sha256().isPresent() -> List.of(file.sha256().get(), file.bandwidth(), file.count());
            case DensitySpec.File _, DensitySpec.Preset _, DensitySpec.Components _, DensitySpec.Points _ ->
                session.density();
        };
    }

    private static String shown(DensitySpec density) {
        return switch (density) {
            case DensitySpec.Preset preset -> preset.name();
            case DensitySpec.Components given ->
                Words.text("cli.resumed-settings.components", given.components().size());
            case DensitySpec.Points points ->
                Words.text("cli.resumed-settings.points", points.xy().size() / 2);
            case DensitySpec.File file -> String.valueOf(file.file().getFileName());
        };
    }

    private static String shown(Choice process) {
        return process.kind() + " " + values(process).getLast();
    }

    /** Kind and all parameters, set or default. */
    private static List<Object> values(Choice process) {
        var values = new TreeMap<String, Object>();
        ProcessCatalog.CATALOG
                .kind(process.kind(), "process")
                .parameters()
                .forEach(parameter ->
                        values.put(parameter.key(), process.parameters().value(parameter)));
        return List.of(process.kind(), values);
    }

    private static void training(
            TrainingSettings saved, TrainingSettings session, Path file, List<String> differences) {
        var relevant = new LinkedHashSet<>(TrainingParameters.relevant(saved.scalars()));
        relevant.addAll(TrainingParameters.relevant(session.scalars()));
        for (var parameter : relevant) {
            Object before = saved.scalars().value(parameter);
            Object now = session.scalars().value(parameter);
            String key = "training." + parameter.key();
            if (before.equals(now) || (parameter == TrainingParameters.STEPS && isLengthFree(saved, session))) {
                continue;
            }
            if (MEANING.contains(parameter)) {
                throw new BadInputException(
                        file.toString(),
                        Words.text("cli.resumed-settings.was-trained-under-another-setting", key, before, ARROW, now),
                        Words.text("cli.resumed-settings.use-set-leave-out-resume", key, before));
            }
            differences.add(key + ": " + before + ARROW + now);
        }
        if (!saved.hidden().equals(session.hidden())) {
            differences.add(
                    Words.text("cli.resumed-settings.training-hidden", saved.hidden(), ARROW, session.hidden()));
        }
        if (!saved.levels().equals(session.levels())) {
            differences.add(Words.text(
                    "cli.resumed-settings.training-levels", shown(saved.levels()), ARROW, shown(session.levels())));
        }
    }

    /** Whether the steps so far do not depend on the length of the run. */
    private static boolean isLengthFree(TrainingSettings saved, TrainingSettings session) {
        return saved.scalars().get(TrainingParameters.SCHEDULE).id().equals(CONSTANT)
                && session.scalars().get(TrainingParameters.SCHEDULE).id().equals(CONSTANT);
    }

    private static String shown(TrainingSettings.Levels levels) {
        return Words.text("cli.resumed-settings.from-to", levels.count(), levels.max(), levels.min());
    }
}
