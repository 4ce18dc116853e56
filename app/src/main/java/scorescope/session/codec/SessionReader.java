package scorescope.session.codec;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Nearest;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.Session;
import scorescope.session.Session.FigureSpec;
import scorescope.session.Session.NoiseSpec;
import scorescope.session.Session.SamplerSpec;
import scorescope.session.Session.ScoreSpec;
import scorescope.session.Session.StudySpec;
import scorescope.session.Session.View;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.source.Resolved;
import tools.jackson.databind.JsonNode;

/** A session from the tree of its file. Every key left out keeps the value it has in {@link SessionDefaults}. */
final class SessionReader {
    static final long VERSION = 1;
    static final List<String> SECTIONS =
            List.of("scorescope", "density", "process", "noise", "score", "sampler", "training", "view", "figure");

    /** What --set writes to come back to the stage. */
    private static final String NO_STUDY = "none";

    private static final Session STANDARD = SessionDefaults.opening();
    private static final Pattern WIDTH = Pattern.compile("(\\d+(?:\\.\\d+)?)(mm|cm|in|pt|px)");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** @param folder where relative paths start */
    SessionReader(Path folder) {
        this.folder = folder;
    }

    Session read(JsonNode tree) {
        var keys = Keys.of(tree, "");
        version(keys);
        keys.allowing(SECTIONS);
        Choice process = keys.object("process").map(this::process).orElse(STANDARD.process());
        var path = ProcessCatalog.CATALOG.create(process, "process");
        var session = new Session(
                keys.object("density").map(new DensityReader(this)::read).orElse(STANDARD.density()),
                process,
                keys.object("noise").map(this::noise).orElse(STANDARD.noise()),
                keys.object("score").map(this::score).orElse(STANDARD.score()),
                keys.object("sampler").map(this::sampler).orElse(STANDARD.sampler()),
                keys.object("training")
                        .map(training -> TrainingSection.read(training, STANDARD.training()))
                        .orElse(STANDARD.training()),
                keys.object("view").map(this::view).orElse(STANDARD.view()),
                keys.object("figure").map(this::figure).orElse(STANDARD.figure()));
        Resolved.level(session, path);
        return session;
    }

    private static void version(Keys keys) {
        String key = SECTIONS.get(0);
        if (!keys.has(key)) {
            throw new BadInputException(
                    key, "the version is missing, so this may not be a session", "begin with {\"scorescope\": 1, …}");
        }
        JsonNode written = keys.object().get(key);
        if (!written.isIntegralNumber()
                || written.bigIntegerValue().bitLength() > 62
                || written.longValue() != VERSION) {
            throw new BadInputException(
                    key,
                    "is " + Json.describe(written) + "; this program reads version " + VERSION,
                    "write 1, or open the file with the Scorescope that saved it");
        }
    }

    private Choice process(Keys keys) {
        return ChoiceReader.read(ProcessCatalog.CATALOG, keys, STANDARD.process());
    }

    private NoiseSpec noise(Keys keys) {
        keys.allowing(List.of(SessionParameters.SIGMA.key(), SessionParameters.TIME.key()));
        Optional<String> form = keys.oneOf(SessionParameters.SIGMA.key(), SessionParameters.TIME.key());
        if (form.isEmpty()) {
            return STANDARD.noise();
        }
        if (form.get().equals(SessionParameters.SIGMA.key())) {
            return new NoiseSpec.Sigma(keys.real(SessionParameters.SIGMA, 0));
        }
        return new NoiseSpec.Time(keys.real(SessionParameters.TIME, 0));
    }

    private ScoreSpec score(Keys keys) {
        String source = keys.text("source").orElse("analytic");
        return switch (source) {
            case "analytic" -> {
                keys.allowing(List.of("source"));
                yield new ScoreSpec.Analytic();
            }
            case "learned" -> {
                keys.allowing(List.of("source", "file", "sha256"));
                yield new ScoreSpec.Learned(file(keys), sha256(keys));
            }
            default -> throw unknown(keys.at("source"), "score source", source, List.of("analytic", "learned"));
        };
    }

    private SamplerSpec sampler(Keys keys) {
        var standard = STANDARD.sampler();
        String particles = SessionParameters.PARTICLES.key();
        String seed = SessionParameters.SEED.key();
        var method = ChoiceReader.read(SamplerCatalog.CATALOG, keys, standard.method(), particles, seed, "start");
        return new SamplerSpec(
                method,
                Math.toIntExact(keys.whole(SessionParameters.PARTICLES, standard.particles())),
                keys.whole(SessionParameters.SEED, standard.seed()),
                keys.object("start").map(StartReader::read).orElseGet(() -> SamplerSpec.naturalStart(method)));
    }

    private View view(Keys keys) {
        keys.allowing(List.of(
                "x",
                "y",
                "layers",
                "colorMap",
                "settings",
                "study",
                "studies",
                SessionParameters.MOMENT.key(),
                SessionParameters.BRUSH.key()));
        var standard = STANDARD.view();
        double[] x = range(keys, "x", new double[] {standard.x0(), standard.x1()});
        double[] y = range(keys, "y", new double[] {standard.y0(), standard.y1()});
        return new View(
                x[0],
                x[1],
                y[0],
                y[1],
                keys.list("layers", SessionParameters.MOST_LAYERS)
                        .map(layers -> texts(layers, keys.at("layers")))
                        .orElse(standard.layers()),
                keys.text("colorMap").orElse(standard.colorMap()),
                keys.object("settings").map(NamedSettings::read).orElse(standard.settings()),
                new StudySpec(
                        keys.text("study").filter(name -> !name.equals(NO_STUDY)),
                        keys.object("studies").map(NamedSettings::read).orElse(Map.of()),
                        keys.real(SessionParameters.MOMENT, 0)),
                keys.real(SessionParameters.BRUSH, standard.brush()));
    }

    private FigureSpec figure(Keys keys) {
        keys.allowing(List.of("width", "panels"));
        String width = keys.text("width").orElse(STANDARD.figure().width());
        if (!WIDTH.matcher(width).matches()) {
            throw new BadInputException(
                    keys.at("width"),
                    "\"" + Json.shortened(width) + "\" is not a length",
                    "write one such as 85mm or 3.25in");
        }
        String place = keys.at("panels");
        List<JsonNode> nodes =
                keys.list("panels", SessionParameters.MOST_PANELS).orElse(List.of());
        var panels = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < nodes.size(); i++) {
            panels.add(panel(Keys.of(nodes.get(i), place + "[" + i + "]")));
        }
        return new FigureSpec(width, panels);
    }

    /** {@code {"score": {"source": ID}}}: which field a panel shows; an empty panel shows the session's own. */
    private static Map<String, Object> panel(Keys keys) {
        keys.allowing(List.of("score"));
        return keys.object("score")
                .flatMap(score -> score.allowing(List.of("source")).text("source"))
                .map(source -> Map.<String, Object>of("score", Map.of("source", source)))
                .orElseThrow(() -> new BadInputException(
                        keys.at("score.source"), "is missing", "write {\"score\": {\"source\": \"analytic\"}}"));
    }

    private static List<String> texts(List<JsonNode> nodes, String place) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.size(); i++) {
            texts.add(Json.text(nodes.get(i), place + "[" + i + "]"));
        }
        return texts;
    }

    static double[] range(Keys keys, String key, double[] standard) {
        double[] range = keys.pair(key).map(pair -> near(pair, keys.at(key))).orElse(standard);
        if (!(range[1] - range[0] >= 1e-6)) {
            throw new BadInputException(
                    keys.at(key), "[" + range[0] + ", " + range[1] + "] is empty", "write [low, high] with low < high");
        }
        return range;
    }

    /** The pair itself. */
    static double[] near(double[] pair, String place) {
        for (int i = 0; i < 2; i++) {
            if (Math.abs(pair[i]) > SessionParameters.FARTHEST) {
                throw new BadInputException(
                        place + "[" + i + "]",
                        pair[i] + " is too far out",
                        "use numbers from -" + SessionParameters.FARTHEST + " to " + SessionParameters.FARTHEST);
            }
        }
        return pair;
    }

    /** The path under {@code file}, absolute. */
    Optional<Path> file(Keys keys) {
        return keys.text("file").map(written -> {
            try {
                if (!written.isBlank()) {
                    return folder.resolve(written).toAbsolutePath().normalize();
                }
            } catch (InvalidPathException impossible) {
                throw new BadInputException(
                        keys.at("file"),
                        "\"" + Json.shortened(written) + "\" cannot be a file: " + impossible.getReason(),
                        "write a path");
            }
            throw new BadInputException(keys.at("file"), "is empty", "write a path");
        });
    }

    Optional<String> sha256(Keys keys) {
        return keys.text("sha256").map(written -> {
            if (SHA256.matcher(written).matches()) {
                return written;
            }
            throw new BadInputException(
                    keys.at("sha256"),
                    "is not a SHA-256",
                    "write 64 hexadecimal digits in lower case, or leave it out");
        });
    }

    static BadInputException unknown(String place, String concept, String written, List<String> valid) {
        String shown = Json.shortened(written);
        return new BadInputException(
                place,
                "there is no " + concept + " \"" + shown + "\"",
                "did you mean \"" + Nearest.of(shown, valid) + "\"? Valid: " + String.join(", ", valid));
    }
}
