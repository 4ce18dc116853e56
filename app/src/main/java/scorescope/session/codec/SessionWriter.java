package scorescope.session.codec;

import java.nio.file.Path;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.Patch;
import scorescope.session.SamplerSpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.StudySpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the tree of a session's file with every section; {@link SessionReader} reads the same session from it. */
final class SessionWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Session STANDARD = SessionDefaults.opening();

    private final Path folder;

    /** @param folder base of relative paths; files under it are written relative to it */
    SessionWriter(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    ObjectNode write(Session session) {
        var tree = NODES.objectNode();
        tree.put("scorescope", SessionReader.VERSION);
        tree.set("density", density(session.density()));
        tree.set("process", choice(ProcessCatalog.CATALOG, session.process(), STANDARD.process()));
        tree.set("noise", noise(session.noise()));
        tree.set("score", score(session.score()));
        tree.set("sampler", sampler(session.sampler()));
        TrainingSection.write(session.training(), STANDARD.training(), tree.putObject("training"));
        var view = tree.putObject("view");
        view.set("x", pair(session.view().x0(), session.view().x1()));
        view.set("y", pair(session.view().y0(), session.view().y1()));
        var layers = view.putArray("layers");
        session.view().layers().forEach(layers::add);
        view.put("colorMap", session.view().colorMap());
        if (!session.view().settings().isEmpty()) {
            NamedSettings.write(session.view().settings(), view.putObject("settings"));
        }
        study(session.view().study(), view);
        if (session.view().brush() != STANDARD.view().brush()) {
            view.put(SessionParameters.BRUSH.key(), session.view().brush());
        }
        session.view().shown().ifPresent(shown -> view.put(ViewReader.SHOWN, shown.id()));
        if (session.view().fixedLevel()) {
            view.put(ViewReader.CLOCK, ViewReader.FIXED_LEVEL);
        }
        FigureReader.write(session.figure(), tree.putObject("figure"), this);
        ConditioningReader.write(session.conditioning(), tree);
        if (!session.lanes().isEmpty()) {
            var lanes = tree.putArray("lanes");
            session.lanes().forEach(lane -> lanes.add(patch(lane)));
        }
        if (!session.notation().equals(STANDARD.notation())) {
            tree.put("notation", session.notation());
        }
        CarriedJson.write(session.carried(), tree);
        return tree;
    }

    /** The tree of a patch, with paths relative to the folder. */
    ObjectNode patch(Patch patch) {
        var tree = PatchJson.write(patch);
        for (String section : List.of("density", "score")) {
            if (tree.get(section) instanceof ObjectNode object
                    && object.has("file")
                    && object.get("file").isString()) {
                object.put("file", written(Path.of(object.get("file").stringValue())));
            }
        }
        return tree;
    }

    private static void study(StudySpec study, ObjectNode view) {
        study.name().ifPresent(name -> view.put("study", name));
        if (!study.settings().isEmpty()) {
            NamedSettings.write(study.settings(), view.putObject("studies"));
        }
        if (study.moment() != 0) {
            view.put(SessionParameters.MOMENT.key(), study.moment());
        }
    }

    private ObjectNode density(DensitySpec density) {
        var node = NODES.objectNode();
        switch (density) {
            case DensitySpec.Preset preset -> node.put("preset", preset.name());
            case DensitySpec.Components mixture -> {
                var list = node.putArray("components");
                mixture.components().forEach(component -> list.add(component(component)));
            }
            case DensitySpec.Points points -> {
                points(points.xy(), node.putArray("points"));
                node.put(SessionParameters.BANDWIDTH.key(), points.bandwidth());
            }
            case DensitySpec.File file -> {
                node.put("file", written(file.file()));
                node.put(SessionParameters.BANDWIDTH.key(), file.bandwidth());
                if (file.count() != SessionParameters.COUNT.standard()) {
                    node.put(SessionParameters.COUNT.key(), file.count());
                }
                file.sha256().ifPresent(hash -> node.put("sha256", hash));
            }
        }
        return node;
    }

    private static ObjectNode component(Component component) {
        var node = NODES.objectNode();
        node.put(SessionParameters.WEIGHT.key(), component.weight());
        node.set("mean", pair(component.meanX(), component.meanY()));
        var rows = node.putArray("covariance");
        rows.add(pair(component.xx(), component.xy()));
        rows.add(pair(component.xy(), component.yy()));
        if (!component.label().isEmpty()) {
            node.put(DensityReader.LABEL, component.label());
        }
        return node;
    }

    /** Kind and given values; also those that a reader would take from the default session. */
    private static ObjectNode choice(Catalog<?> catalog, Choice choice, Choice standard) {
        var node = NODES.objectNode();
        node.put("kind", choice.kind());
        var declared = catalog.kind(choice.kind(), "kind").parameters();
        parameters(
                node,
                declared,
                choice.parameters(),
                choice.kind().equals(standard.kind()) ? standard.parameters() : Parameters.NONE);
        return node;
    }

    static void parameters(
            ObjectNode node, List<? extends Parameter<?>> declared, Parameters given, Parameters standard) {
        for (Parameter<?> parameter : declared) {
            if (given.has(parameter) || standard.has(parameter)) {
                Object raw = given.given().getOrDefault(parameter.key(), parameter.defaultValue());
                String key = parameter.key();
                switch (parameter) {
                    case Parameter.Real real -> node.put(key, real.parse(raw, key));
                    case Parameter.Whole whole -> node.put(key, whole.parse(raw, key));
                    case Parameter.OneOf<?> choice -> node.put(key, choice.parse(raw, key));
                    case Parameter.Pair pair -> pair.parse(raw, key).forEach(node.putArray(key)::add);
                    case Parameter.Points points -> points(points.parse(raw, key), node.putArray(key));
                    case Parameter.Curve curve -> points(curve.parse(raw, key), node.putArray(key));
                    case Parameter.Expression formula -> node.put(key, formula.parse(raw, key));
                }
            }
        }
    }

    private static ObjectNode noise(NoiseSpec noise) {
        var node = NODES.objectNode();
        switch (noise) {
            case NoiseSpec.Sigma plain -> node.put(SessionParameters.SIGMA.key(), plain.sigma());
            case NoiseSpec.Time time -> node.put(SessionParameters.TIME.key(), time.t());
        }
        return node;
    }

    private ObjectNode score(ScoreSpec score) {
        var node = NODES.objectNode();
        node.put(
                "source",
                switch (score) {
                    case ScoreSpec.Analytic _ -> "analytic";
                    case ScoreSpec.Learned _ -> "learned";
                });
        score.file().ifPresent(file -> node.put("file", written(file)));
        score.sha256().ifPresent(hash -> node.put("sha256", hash));
        return node;
    }

    private static ObjectNode sampler(SamplerSpec sampler) {
        var node = choice(
                SamplerCatalog.CATALOG, sampler.method(), STANDARD.sampler().method());
        node.put(SessionParameters.PARTICLES.key(), sampler.particles());
        node.put(SessionParameters.SEED.key(), sampler.seed());
        sampler.step().ifPresent(step -> node.put(SessionParameters.STEP.key(), step));
        var start = sampler.start().choice();
        node.set("start", choice(StartCatalog.CATALOG, start, Choice.of(start.kind())));
        return node;
    }

    private String written(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static void points(List<Double> xy, ArrayNode list) {
        for (int i = 0; i < xy.size(); i += 2) {
            list.add(pair(xy.get(i), xy.get(i + 1)));
        }
    }

    private static ArrayNode pair(double a, double b) {
        return NODES.arrayNode().add(a).add(b);
    }
}
