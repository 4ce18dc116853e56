package scorescope.session;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.words.Words;

/** Names for patches, composed of the titles and symbols of the changed parameters. */
final class PatchNames {
    private static final MathContext DIGITS = new MathContext(4);

    /** Whole numbers below this are written with all digits. */
    private static final double LARGEST_WHOLE = 1e15;

    private final List<String> phrases = new ArrayList<>();

    private PatchNames() {}

    static String of(Patch patch) {
        var names = new PatchNames();
        names.all("", patch.changes());
        if (names.phrases.isEmpty()) {
            // Settings of studies and layers are named only if nothing else is changed.
            patch.leaves().forEach((path, value) -> {
                if (!value.equals(Patch.REMOVED) && !path.endsWith(".sha256")) {
                    names.leaf(path, value);
                }
            });
        }
        if (names.phrases.isEmpty() && !patch.isEmpty()) {
            names.phrases.add(Words.text("patch.usual"));
        }
        return names.phrases.stream().distinct().collect(Collectors.joining(Words.text("patch.separator")));
    }

    private void all(String section, Map<?, ?> changes) {
        changes.forEach((key, value) -> {
            if (!value.equals(Patch.REMOVED)) {
                one(section.isEmpty() ? key.toString() : section + "." + key, value);
            }
        });
    }

    private void one(String path, Object value) {
        switch (path) {
            case "density.preset" -> kind(DensityCatalog.CATALOG, value);
            case "density.components" -> count("patch.components", value);
            case "density.points" -> count("patch.points", value);
            case "density.file", "score.file" -> phrases.add(fileName(value.toString()));
            case "density.sha256", "score.sha256", "view.settings", "view.studies" -> {}
            case "process.kind" -> kind(ProcessCatalog.CATALOG, value);
            case "sampler.kind" -> kind(SamplerCatalog.CATALOG, value);
            case "sampler.start.kind" -> phrases.add(Words.text("patch.start", value.toString()));
            case "score.source", "view.shown" ->
                phrases.add(
                        Shown.named(value.toString()).isPresent()
                                ? Words.text("patch.shown." + value)
                                : value.toString());
            case "view.study" -> phrases.add(words(value.toString()));
            case "view.layers" -> phrases.add(list(value));
            default -> {
                if (value instanceof Map<?, ?> inner) {
                    all(path, inner);
                } else {
                    leaf(path, value);
                }
            }
        }
    }

    private void leaf(String path, Object value) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        String declared = declared(path, key).map(Parameter::symbol).orElse("");
        String symbol = Words.written(declared);
        double scale = Words.scale(declared);
        String shown =
                switch (value) {
                    case Number number -> number(scale * number.doubleValue());
                    case List<?> _ -> list(value);
                    default -> words(value.toString());
                };
        phrases.add(
                isSymbolOf(key, symbol)
                        ? Words.text("patch.equals", symbol.replace('_', ' '), shown)
                        : Words.text("patch.value", words(key), shown));
    }

    /** Whether the key is only the symbol spelled out: sigma of σ, t of t, sigmaMax of σ_max. */
    private static boolean isSymbolOf(String key, String symbol) {
        if (symbol.isEmpty() || (symbol.length() > 1 && symbol.equals(key))) {
            return false;
        }
        var spelled = new StringBuilder();
        symbol.codePoints().forEach(c -> {
            String name = Optional.ofNullable(Character.getName(c)).orElse("");
            if (name.startsWith("GREEK ")) {
                spelled.append(name.substring(name.lastIndexOf(' ') + 1).replace("LAMDA", "LAMBDA"));
            } else if (c != '_') {
                spelled.appendCodePoint(c);
            }
        });
        return spelled.toString().equalsIgnoreCase(key);
    }

    private static Optional<Parameter<?>> declared(String path, String key) {
        Stream<Parameter<?>> all =
                switch (path.substring(0, path.indexOf('.') < 0 ? path.length() : path.indexOf('.'))) {
                    case "density" -> Stream.of(SessionParameters.BANDWIDTH, SessionParameters.COUNT);
                    case "noise" -> Stream.of(SessionParameters.SIGMA, SessionParameters.TIME);
                    case "process" -> parameters(ProcessCatalog.CATALOG);
                    case "sampler" ->
                        Stream.of(
                                        SessionParameters.SAMPLER.stream(),
                                        parameters(SamplerCatalog.CATALOG),
                                        parameters(StartCatalog.CATALOG))
                                .flatMap(declared -> declared);
                    case "training" ->
                        Stream.concat(TrainingParameters.ALL.stream(), SessionParameters.LEVELS.stream());
                    default -> Stream.of(SessionParameters.BRUSH, SessionParameters.MOMENT);
                };
        return all.filter(parameter -> parameter.name().equals(key)).findFirst();
    }

    private static Stream<Parameter<?>> parameters(Catalog<?> catalog) {
        return catalog.kinds().stream().flatMap(kind -> kind.parameters().stream());
    }

    private void kind(Catalog<?> catalog, Object id) {
        phrases.add(catalog.kinds().stream()
                .filter(kind -> kind.id().equals(id))
                .map(kind -> Words.written(kind.title()))
                .findFirst()
                .orElse(id.toString()));
    }

    private void count(String key, Object value) {
        phrases.add(Words.text(key, value instanceof List<?> list ? list.size() : 0));
    }

    private static String fileName(String path) {
        var name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }

    private static String list(Object value) {
        return value instanceof List<?> all
                ? all.stream()
                        .map(element ->
                                element instanceof Number one ? number(one.doubleValue()) : words(element.toString()))
                        .collect(Collectors.joining(", "))
                : value.toString();
    }

    /** The text of a number, the same for 5 and 5.0, which differ in type when read from a file. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return Long.toString((long) value);
        }
        if (value == 0 || !Double.isFinite(value)) {
            return Double.toString(value).replace(".0", "");
        }
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return Math.abs(Math.log10(Math.abs(value))) < 5 ? rounded.toPlainString() : rounded.toString();
    }

    /** "step size" of stepSize, "two moons" of two-moons. */
    private static String words(String id) {
        return id.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
