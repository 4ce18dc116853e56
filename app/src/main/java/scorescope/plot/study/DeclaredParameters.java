package scorescope.plot.study;

import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.session.Session;
import scorescope.session.SessionParameters;

/** Finds the declared parameters of the values in a session file. */
final class DeclaredParameters {
    /** Prefix of the paths of a study's settings, before the study's name. */
    static final String STUDIES = "view.studies.";

    private DeclaredParameters() {}

    /** The parameter declared for a path of the session file. */
    static Optional<Parameter<?>> at(Session session, String path) {
        int dot = path.lastIndexOf('.');
        if (path.startsWith(STUDIES)) {
            return keyed(
                    StudyCatalog.CATALOG.kind(path.substring(STUDIES.length(), dot), "lanes").parameters().stream(),
                    path.substring(dot + 1));
        }
        int first = path.indexOf('.');
        String key = path.substring(first + 1);
        return switch (path.substring(0, Math.max(0, first))) {
            case "noise" -> keyed(Stream.of(SessionParameters.SIGMA, SessionParameters.TIME), key);
            case "process" -> keyed(of(ProcessCatalog.CATALOG, session.process()), key);
            case "sampler" ->
                key.startsWith("start.")
                        ? keyed(
                                of(
                                        StartCatalog.CATALOG,
                                        session.sampler().start().choice()),
                                key.substring("start.".length()))
                        : keyed(
                                Stream.concat(
                                        SessionParameters.SAMPLER.stream(),
                                        of(
                                                SamplerCatalog.CATALOG,
                                                session.sampler().method())),
                                key);
            case "training" ->
                key.startsWith("levels.")
                        ? keyed(SessionParameters.LEVELS.stream(), key.substring("levels.".length()))
                        : keyed(
                                Stream.concat(TrainingParameters.ALL.stream(), Stream.of(SessionParameters.HIDDEN)),
                                key);
            default -> Optional.empty();
        };
    }

    private static Stream<Parameter<?>> of(Catalog<?> catalog, Choice chosen) {
        return catalog.kind(chosen.kind(), "lanes").parameters().stream().map(parameter -> parameter);
    }

    private static Optional<Parameter<?>> keyed(Stream<? extends Parameter<?>> all, String key) {
        return all.filter(parameter -> parameter.key().equals(key))
                .<Parameter<?>>map(parameter -> parameter)
                .findFirst();
    }
}
