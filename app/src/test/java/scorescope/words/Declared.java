package scorescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.fit.Direction;
import scorescope.core.fit.GaussianFit;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.guidance.MeasurementModel;
import scorescope.core.measure.MeasureCatalog;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.LossComparison;
import scorescope.core.training.TrainingParameters;
import scorescope.core.wrong.Mistake;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.SessionParameters;
import scorescope.ui.inspector.ComponentParameters;

/** Texts of all declarations: catalogs of core and of the program, their parameters and options. */
final class Declared {
    private final TreeSet<String> names = new TreeSet<>();
    private final TreeSet<String> texts = new TreeSet<>();

    private Declared() {}

    /** Titles, symbols, units and sentences that core declares. */
    static Set<String> ofCore() {
        return core().texts;
    }

    /** Names of all parameters, such as "Step size" of {@code stepSize}. */
    static Set<String> names() {
        var all = core().names;
        all.addAll(program().names);
        return all;
    }

    private static Declared core() {
        var declared = new Declared();
        declared.catalogs(List.of(
                DensityCatalog.CATALOG,
                ProcessCatalog.CATALOG,
                ObjectiveCatalog.CATALOG,
                SamplerCatalog.CATALOG,
                StartCatalog.CATALOG,
                MeasureCatalog.SAMPLES,
                MeasureCatalog.GRIDS,
                MeasureCatalog.MIXTURES));
        TrainingParameters.ALL.forEach(declared::parameter);
        List.of(GaussianFit.COUNT, Guidance.WEIGHT, Measurement.STD).forEach(declared::parameter);
        Stream.of(List.of(Direction.values()), List.of(MeasurementModel.values()), LossComparison.LOSSES, Mistake.ALL)
                .flatMap(List::stream)
                .forEach(declared::option);
        Sources.stepFormulas().forEach(declared::add);
        return declared;
    }

    /** Texts that the program declares: layers, studies, parameters of the session. */
    static Set<String> ofProgram() {
        return program().texts;
    }

    private static Declared program() {
        var declared = new Declared();
        declared.catalogs(List.of(LayerCatalog.CATALOG, StudyCatalog.CATALOG));
        var own = new ArrayList<Parameter<?>>(SessionParameters.LEVELS);
        own.addAll(ComponentParameters.ALL);
        own.add(ComponentParameters.label(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)))));
        own.addAll(List.of(
                SessionParameters.SIGMA,
                SessionParameters.TIME,
                SessionParameters.BANDWIDTH,
                SessionParameters.PARTICLES,
                SessionParameters.SEED,
                SessionParameters.BRUSH));
        own.forEach(declared::parameter);
        return declared;
    }

    private void catalogs(List<Catalog<?>> catalogs) {
        for (var catalog : catalogs) {
            for (Kind<?> kind : catalog.kinds()) {
                option(kind);
                kind.parameters().forEach(this::parameter);
            }
        }
    }

    private void parameter(Parameter<?> parameter) {
        var spaced = parameter
                .name()
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replace('-', ' ')
                .toLowerCase(Locale.ROOT);
        names.add(Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1));
        add(parameter.symbol(), parameter.help());
        switch (parameter) {
            case Parameter.Real real -> add(real.unit());
            case Parameter.Pair pair -> add(pair.unit());
            case Parameter.Points points -> add(points.unit());
            case Parameter.OneOf<?> choice -> choice.options().forEach(this::option);
            case Parameter.Whole _, Parameter.Curve _, Parameter.Expression _ -> {}
        }
    }

    private void option(Option option) {
        add(option.title(), option.symbol(), option.help());
    }

    private void add(String... all) {
        for (var text : all) {
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
    }
}
