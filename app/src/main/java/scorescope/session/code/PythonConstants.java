package scorescope.session.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameter;

/**
 * A session's values as constants of a Python program, {@code A, B = 1, 2}: one line for each group, in the order of
 * definition.
 */
final class PythonConstants {
    private final List<Map<String, String>> lines = new ArrayList<>();

    /** Begins a new line. */
    PythonConstants line() {
        lines.add(new LinkedHashMap<>());
        return this;
    }

    PythonConstants raw(String name, String value) {
        lines.getLast().put(name, value);
        return this;
    }

    PythonConstants real(String name, double value) {
        return raw(name, Double.toString(value));
    }

    PythonConstants whole(String name, long value) {
        return raw(name, Long.toString(value));
    }

    PythonConstants text(String name, String value) {
        return raw(name, '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    PythonConstants pair(String name, double a, double b) {
        return raw(name, list(Stream.of(a, b)));
    }

    /** Weights, means and covariances of all components; one covariance if they share it. */
    void mixture(GaussianMixture mixture) {
        var components = mixture.components();
        array("WEIGHTS", list(components.stream().map(Component::weight)));
        array("MEANS", list(components.stream().map(one -> list(Stream.of(one.meanX(), one.meanY())))));
        var covariances =
                components.stream().map(PythonConstants::covariance).distinct().toList();
        array(
                "COVARIANCES",
                covariances.size() == 1
                        ? list(covariances.stream())
                        : list(components.stream().map(PythonConstants::covariance)));
    }

    private static String covariance(Component one) {
        return list(Stream.of(list(Stream.of(one.xx(), one.xy())), list(Stream.of(one.xy(), one.yy()))));
    }

    private void array(String name, String list) {
        line().raw(name, "np.array(" + list + ")");
    }

    /** The values of all parameters of a chosen member, named {@code FAMILY_KEY}. */
    <T> void choice(String family, Catalog<T> catalog, Choice chosen) {
        line();
        for (var parameter : catalog.kind(chosen.kind(), family).parameters()) {
            String key = parameter.key();
            String name = family + "_" + key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            Object given = chosen.parameters().given().getOrDefault(key, parameter.defaultValue());
            switch (parameter) {
                case Parameter.Real real -> real(name, real.parse(given, key));
                case Parameter.Whole whole -> whole(name, whole.parse(given, key));
                case Parameter.OneOf<?> one -> text(name, one.parse(given, key));
                case Parameter.Pair pair -> raw(name, list(pair.parse(given, key).stream()));
                case Parameter.Points points -> raw(name, points(points.parse(given, key)));
                case Parameter.Curve curve -> raw(name, points(curve.parse(given, key)));
                case Parameter.Expression formula -> raw(name, "lambda t: " + numPy(formula.parse(given, key)));
            }
        }
    }

    /** A formula in NumPy: only the sign of powers and the names of functions differ. */
    private static String numPy(String formula) {
        return formula.replace("^", "**").replaceAll("[a-z]{2,}", "np.$0");
    }

    private static String points(List<Double> xy) {
        return list(IntStream.range(0, xy.size() / 2).mapToObj(i -> list(Stream.of(xy.get(2 * i), xy.get(2 * i + 1)))));
    }

    private static String list(Stream<?> values) {
        return values.map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The value of a text constant. */
    Optional<String> option(String name) {
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.get(name)).stream())
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .findFirst();
    }

    /** The lines of the constants in {@code used}. */
    String text(Set<String> used) {
        return lines.stream()
                .map(line -> line.entrySet().stream()
                        .filter(entry -> used.contains(entry.getKey()))
                        .toList())
                .filter(line -> !line.isEmpty())
                .map(line -> line.stream().map(Map.Entry::getKey).collect(Collectors.joining(", ")) + " = "
                        + line.stream().map(Map.Entry::getValue).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }
}
