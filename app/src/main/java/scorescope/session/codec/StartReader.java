package scorescope.session.codec;

import java.util.List;
import java.util.Map;
import scorescope.core.sampling.Start;
import scorescope.session.SessionParameters;
import tools.jackson.databind.node.ObjectNode;

/** The {@code sampler.start} section: where particles begin. */
final class StartReader {
    /** The keys of every kind beside {@code kind}. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "gaussian", List.of("mean", SessionParameters.STD.key()),
            "uniform", List.of("x", "y"),
            "point", List.of("at"),
            "drawn", List.of("points", SessionParameters.SPREAD.key()),
            "prior", List.of());

    private StartReader() {}

    /** Drops the keys that the kind written there does not know. */
    static void forget(ObjectNode start) {
        var known = KEYS.get(start.path("kind").asString(""));
        if (known != null) {
            start.remove(start.propertyNames().stream()
                    .filter(key -> !key.equals("kind") && !known.contains(key))
                    .toList());
        }
    }

    static Start read(Keys keys) {
        String kind = keys.text("kind").orElse("gaussian");
        return switch (kind) {
            case "gaussian" -> {
                keys.allowing(List.of("kind", "mean", SessionParameters.STD.key()));
                double[] mean = keys.pair("mean")
                        .map(pair -> SessionReader.near(pair, keys.at("mean")))
                        .orElse(new double[2]);
                yield new Start.Gaussian(
                        mean[0], mean[1], keys.real(SessionParameters.STD, SessionParameters.STD.standard()));
            }
            case "uniform" -> {
                keys.allowing(List.of("kind", "x", "y"));
                double[] x = SessionReader.range(keys, "x", new double[] {-5, 5});
                double[] y = SessionReader.range(keys, "y", new double[] {-5, 5});
                yield new Start.Uniform(x[0], x[1], y[0], y[1]);
            }
            case "point" -> {
                keys.allowing(List.of("kind", "at"));
                double[] at = keys.pair("at")
                        .map(pair -> SessionReader.near(pair, keys.at("at")))
                        .orElse(new double[2]);
                yield new Start.Point(at[0], at[1]);
            }
            case "drawn" -> {
                keys.allowing(List.of("kind", "points", SessionParameters.SPREAD.key()));
                yield new Start.Drawn(
                        DensityReader.points(keys),
                        keys.real(SessionParameters.SPREAD, SessionParameters.SPREAD.standard()));
            }
            case "prior" -> {
                keys.allowing(List.of("kind"));
                yield new Start.Prior();
            }
            default ->
                throw SessionReader.unknown(
                        keys.at("kind"), "start", kind, List.of("gaussian", "uniform", "point", "drawn", "prior"));
        };
    }
}
