package scorescope.session.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.parameter.Ranges;
import scorescope.session.DensitySpec;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;

/** The {@code density} section: a preset, components, points, or a file of points. */
final class DensityReader {
    /** The keys of the forms of a density; they exclude each other. */
    static final List<String> FORMS = List.of("preset", "components", "points", "file");

    /** The key of a component's class. */
    static final String LABEL = "label";

    private final SessionReader session;

    DensityReader(SessionReader session) {
        this.session = session;
    }

    DensitySpec read(Keys keys) {
        String bandwidth = SessionParameters.BANDWIDTH.key();
        String count = SessionParameters.COUNT.key();
        keys.allowing(List.of("preset", "components", "points", "file", bandwidth, count, "sha256"));
        Optional<String> form = keys.oneOf(FORMS.toArray(String[]::new));
        if (form.isEmpty()) {
            keys.allowing(FORMS);
            return SessionDefaults.opening().density();
        }
        return switch (form.get()) {
            case "components" -> {
                keys.allowing(List.of("components"));
                yield components(keys);
            }
            case "points" -> {
                keys.allowing(List.of("points", bandwidth));
                yield new DensitySpec.Points(points(keys), bandwidth(keys));
            }
            case "file" -> {
                keys.allowing(List.of("file", bandwidth, count, "sha256"));
                yield new DensitySpec.File(
                        session.file(keys).orElseThrow(),
                        bandwidth(keys),
                        Math.toIntExact(keys.whole(SessionParameters.COUNT, SessionParameters.COUNT.standard())),
                        session.sha256(keys));
            }
            default -> {
                keys.allowing(List.of("preset"));
                String name = keys.text("preset").orElseThrow();
                yield new DensitySpec.Preset(
                        DensityCatalog.CATALOG.kind(name, keys.at("preset")).id());
            }
        };
    }

    private static double bandwidth(Keys keys) {
        double width = keys.real(SessionParameters.BANDWIDTH, SessionParameters.BANDWIDTH.standard());
        return Ranges.width(width, keys.at(SessionParameters.BANDWIDTH.key()));
    }

    private static DensitySpec components(Keys keys) {
        String place = keys.at("components");
        List<JsonNode> nodes =
                keys.list("components", SessionParameters.MOST_COMPONENTS).orElseThrow();
        if (nodes.isEmpty()) {
            throw new BadInputException(place, Words.text("session.empty-list"), Words.text("session.give-component"));
        }
        var components = new ArrayList<Component>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            components.add(component(Keys.of(nodes.get(i), place + "[" + i + "]")));
        }
        return new DensitySpec.Components(components);
    }

    private static Component component(Keys keys) {
        keys.allowing(List.of(SessionParameters.WEIGHT.key(), "mean", "covariance", LABEL));
        return shaped(keys).labelled(keys.text(LABEL).orElse("").strip());
    }

    private static Component shaped(Keys keys) {
        double weight = keys.real(SessionParameters.WEIGHT, SessionParameters.WEIGHT.standard());
        double[] mean = keys.pair("mean")
                .map(pair -> SessionReader.near(pair, keys.at("mean")))
                .orElse(new double[2]);
        String place = keys.at("covariance");
        List<JsonNode> rows = keys.list("covariance", 2).orElse(List.of());
        if (rows.isEmpty() && !keys.has("covariance")) {
            return Component.isotropic(weight, mean[0], mean[1], 1).checked(keys.place());
        }
        if (rows.size() != 2) {
            throw new BadInputException(
                    place, Words.text("session.list-of", rows.size()), Words.text("session.write-matrix"));
        }
        double[] first = Json.pair(rows.get(0), place + "[0]");
        double[] second = Json.pair(rows.get(1), place + "[1]");
        double rounding = 1e-9 * Math.max(Math.abs(first[1]), Math.abs(second[0]));
        if (!(Math.abs(first[1] - second[0]) <= rounding)) {
            throw new BadInputException(
                    place,
                    Words.text("session.not-symmetric", first[1], second[0]),
                    Words.text("session.write-symmetric"));
        }
        if (first[0] > 0 && second[1] > 0) {
            Ranges.covariance(first[0], second[1], place);
        }
        var component = new Component(weight, mean[0], mean[1], first[0], first[1], second[1]).checked(keys.place());
        if (!(component.determinant() > 0)) {
            throw new BadInputException(place, Words.text("session.singular"), Words.text("session.write-definite"));
        }
        return component;
    }

    /** The points under {@code points}, at least one, x and y alternating. */
    static List<Double> points(Keys keys) {
        String place = keys.at("points");
        List<JsonNode> nodes =
                keys.list("points", SessionParameters.MOST_POINTS).orElse(List.of());
        if (nodes.isEmpty()) {
            throw new BadInputException(place, Words.text("session.empty-list"), Words.text("session.give-point"));
        }
        var xy = new ArrayList<Double>(2 * nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            String at = place + "[" + i + "]";
            double[] point = SessionReader.near(Json.pair(nodes.get(i), at), at);
            xy.add(point[0]);
            xy.add(point[1]);
        }
        return xy;
    }
}
