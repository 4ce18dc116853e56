package scorescope.session.codec;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Nearest;
import scorescope.core.parameter.Ranges;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.NetworkFile;
import scorescope.session.NoiseSpec;
import scorescope.session.Patch;
import scorescope.session.SamplerSpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.source.Resolved;
import scorescope.session.source.RunLength;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a session from the tree of its file. Keys left out have the values of {@link SessionDefaults}. */
final class SessionReader {
    static final long VERSION = 1;
    static final List<String> SECTIONS = List.of(
            "scorescope",
            "density",
            "process",
            "noise",
            "score",
            "sampler",
            "training",
            "view",
            "figure",
            ConditioningReader.GUIDANCE,
            ConditioningReader.MEASUREMENT,
            "lanes",
            "notation",
            "carried");

    /** The sections that a panel or a lane may change. */
    static final List<String> PATCHED =
            List.of("density", "process", "noise", "score", "guidance", "measurement", "sampler", "training", "view");

    private static final Session STANDARD = SessionDefaults.opening();
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final double NARROWEST_RANGE = 1e-6;

    private final Path folder;

    /** @param folder base of relative paths */
    SessionReader(Path folder) {
        this.folder = folder;
    }

    Session read(JsonNode tree) {
        PanelMigration.in(tree);
        var keys = Keys.of(tree, "");
        version(keys);
        keys.allowing(SECTIONS);
        Choice process = keys.object("process").map(this::process).orElse(STANDARD.process());
        var path = ProcessCatalog.CATALOG.create(process, "process");
        var session = STANDARD.withDensity(keys.object("density")
                        .map(new DensityReader(this)::read)
                        .orElse(STANDARD.density()))
                .withProcess(process)
                .withNoise(keys.object("noise").map(noise -> noise(noise, path)).orElse(STANDARD.noise()))
                .withScore(keys.object("score").map(this::score).orElse(STANDARD.score()))
                .withSampler(keys.object("sampler").map(this::sampler).orElse(STANDARD.sampler()))
                .withTraining(keys.object("training")
                        .map(training -> TrainingSection.read(training, STANDARD.training()))
                        .orElse(STANDARD.training()))
                .withView(keys.object("view").map(ViewReader::read).orElse(STANDARD.view()))
                .withFigure(
                        keys.object("figure").map(new FigureReader(this)::read).orElse(STANDARD.figure()))
                .withConditioning(ConditioningReader.read(keys))
                .withLanes(LanesReader.read(keys, this))
                .withNotation(NotationCatalog.named(keys.text("notation").orElse(STANDARD.notation()))
                        .id())
                .withCarried(CarriedJson.read(keys));
        Resolved.level(session, path);
        return session;
    }

    /** The session of a file; also checks that its step lies within its run, and that all panels and lanes can be applied. */
    Session readWhole(JsonNode tree) {
        var session = read(tree);
        RunLength.check(session);
        var unused = Patches.applied(session);
        return session;
    }

    private static void version(Keys keys) {
        String key = SECTIONS.get(0);
        if (!keys.has(key)) {
            throw new BadInputException(
                    key, Words.text("session.no-version"), Words.text("session.begin-with-version"));
        }
        JsonNode written = keys.object().get(key);
        if (!written.isIntegralNumber()
                || written.bigIntegerValue().bitLength() > 62
                || written.longValue() != VERSION) {
            throw new BadInputException(
                    key,
                    Words.text("session.other-version", Json.describe(written), VERSION),
                    Words.text("session.write-version"));
        }
    }

    private Choice process(Keys keys) {
        return ChoiceReader.read(ProcessCatalog.CATALOG, keys, STANDARD.process());
    }

    private NoiseSpec noise(Keys keys, NoiseProcess path) {
        keys.allowing(List.of(SessionParameters.SIGMA.key(), SessionParameters.TIME.key()));
        Optional<String> form = keys.oneOf(SessionParameters.SIGMA.key(), SessionParameters.TIME.key());
        if (form.isEmpty()) {
            return STANDARD.noise();
        }
        if (form.get().equals(SessionParameters.SIGMA.key())) {
            return new NoiseSpec.Sigma(keys.real(SessionParameters.SIGMA, 0));
        }
        return new NoiseSpec.Time(keys.real(SessionParameters.time(path), 0));
    }

    private ScoreSpec score(Keys keys) {
        String source = keys.text("source").orElse("analytic");
        return switch (source) {
            case "analytic" -> new ScoreSpec.Analytic(network(keys));
            case "learned" -> new ScoreSpec.Learned(network(keys));
            default ->
                throw unknown(
                        keys.at("source"), Words.text("session.concept.score"), source, List.of("analytic", "learned"));
        };
    }

    private static Start start(Keys keys) {
        var choice = ChoiceReader.read(StartCatalog.CATALOG, keys, Choice.of(GaussianStart.KIND.id()));
        return StartCatalog.CATALOG.create(choice, keys.place());
    }

    private NetworkFile network(Keys keys) {
        keys.allowing(List.of("source", "file", "sha256"));
        return new NetworkFile(file(keys), sha256(keys));
    }

    private SamplerSpec sampler(Keys keys) {
        var standard = STANDARD.sampler();
        String particles = SessionParameters.PARTICLES.key();
        String seed = SessionParameters.SEED.key();
        String step = SessionParameters.STEP.key();
        var method = ChoiceReader.read(SamplerCatalog.CATALOG, keys, standard.method(), particles, seed, "start", step);
        return new SamplerSpec(
                method,
                Math.toIntExact(keys.whole(SessionParameters.PARTICLES, standard.particles())),
                keys.whole(SessionParameters.SEED, standard.seed()),
                keys.object("start").map(SessionReader::start).orElseGet(() -> SamplerSpec.naturalStart(method)),
                keys.has(step)
                        ? OptionalInt.of(Math.toIntExact(keys.whole(SessionParameters.STEP, 0)))
                        : OptionalInt.empty());
    }

    static double[] range(Keys keys, String key, double[] standard) {
        double[] range = keys.pair(key).map(pair -> near(pair, keys.at(key))).orElse(standard);
        if (!(range[1] > range[0])) {
            throw new BadInputException(
                    keys.at(key),
                    Words.text("session.empty-range", range[0], range[1]),
                    Words.text("session.write-range"));
        }
        if (range[1] - range[0] < NARROWEST_RANGE) {
            throw new BadInputException(
                    keys.at(key),
                    Words.text("session.narrow-range", range[0], range[1], NARROWEST_RANGE),
                    Words.text("session.write-wider-range", NARROWEST_RANGE));
        }
        return range;
    }

    /** The pair, after a check that both coordinates are within the range for computing. */
    static double[] near(double[] pair, String place) {
        for (int i = 0; i < 2; i++) {
            Ranges.coordinate(pair[i], place + "[" + i + "]");
        }
        return pair;
    }

    /** A patch whose relative paths have the same base. */
    Patch patch(Keys keys) {
        keys.allowing(PATCHED);
        var tree = (ObjectNode) keys.object().deepCopy();
        for (String section : List.of("density", "score")) {
            if (tree.get(section) instanceof ObjectNode object
                    && object.has("file")
                    && object.get("file").isString()) {
                file(Keys.of(object, keys.at(section))).ifPresent(path -> object.put("file", path.toString()));
            }
        }
        return PatchJson.read(tree, keys.place());
    }

    /** The absolute path under the key {@code file}. */
    Optional<Path> file(Keys keys) {
        return keys.text("file").map(written -> {
            try {
                if (!written.isBlank()) {
                    return folder.resolve(written).toAbsolutePath().normalize();
                }
            } catch (InvalidPathException impossible) {
                throw new BadInputException(
                        keys.at("file"),
                        Words.text("session.cannot-be-file", Json.shortened(written), impossible.getReason()),
                        Words.text("session.write-path"));
            }
            throw new BadInputException(
                    keys.at("file"), Words.text("session.is-empty"), Words.text("session.write-path"));
        });
    }

    Optional<String> sha256(Keys keys) {
        return keys.text("sha256").map(written -> {
            if (SHA256.matcher(written).matches()) {
                return written;
            }
            throw new BadInputException(
                    keys.at("sha256"), Words.text("session.no-sha256"), Words.text("session.write-sha256"));
        });
    }

    static BadInputException unknown(String place, String concept, String written, List<String> valid) {
        String shown = Json.shortened(written);
        return new BadInputException(
                place,
                Words.text("session.there-is-no", concept, shown),
                Words.text("session.did-you-mean-of", Nearest.of(shown, valid), String.join(", ", valid)));
    }
}
