package scorescope.plot.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.session.codec.Patches;
import scorescope.words.Words;

/**
 * Lanes of a session that differ in one declared parameter: how to begin them from any control, read them from a
 * session, and change them.
 *
 * @param path of the parameter in the session file, such as {@code sampler.stepSize}
 * @param values one for each lane, as in the session file
 */
public record Comparison(String path, Parameter<?> parameter, List<Object> values) {
    private static final String HIDDEN = "training." + SessionParameters.HIDDEN.key();
    private static final int USUAL = 3;

    public Comparison {
        values = List.copyOf(values);
    }

    /** The comparison made by the lanes of a session; empty unless they differ in exactly one declared parameter. */
    public static Optional<Comparison> in(Session session) {
        var leaves = session.lanes().stream().map(lane -> lane.leaves()).toList();
        if (leaves.isEmpty() || leaves.stream().anyMatch(one -> one.size() != 1)) {
            return Optional.empty();
        }
        var paths = leaves.stream()
                .map(one -> one.keySet().iterator().next())
                .distinct()
                .toList();
        return paths.size() > 1
                ? Optional.empty()
                : DeclaredParameters.at(session, paths.getFirst())
                        .map(parameter -> new Comparison(
                                paths.getFirst(),
                                parameter,
                                leaves.stream()
                                        .map(one -> one.get(paths.getFirst()))
                                        .toList()));
    }

    /**
     * The session with lanes that vary a parameter around its present value, and with the study that shows them.
     *
     * @param set sets the parameter in a session
     * @throws BadInputException if only one value is valid
     */
    public static Session begin(
            Session session, Parameter<?> parameter, Object present, BiFunction<Session, Object, Session> set) {
        var path = path(session, parameter, present, set);
        var values = ComparedValues.around(parameter, present)
                .filter(value -> possible(session, path, parameter, value))
                .distinct()
                .limit(parameter instanceof Parameter.OneOf<?> ? SessionParameters.MOST_LANES : USUAL)
                .toList();
        if (values.size() < SessionParameters.FEWEST_LANES) {
            throw new BadInputException(
                    path, Words.text("study.comparison.one-value"), Words.text("study.comparison.change-first"));
        }
        var sorted = values.stream().allMatch(Number.class::isInstance)
                ? values.stream()
                        .sorted((a, b) -> Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue()))
                        .toList()
                : values;
        return new Comparison(path, parameter, sorted).shownIn(session);
    }

    /** The session with these lanes. */
    private Session in(Session session, List<Object> changed) {
        return session.withLanes(changed.stream()
                .map(value -> Patch.of(path, written(session, path, parameter, value)))
                .toList());
    }

    /**
     * The session with these lanes, in the study that shows their effect: runs at their end, trainings at their
     * beginning.
     */
    private Session shownIn(Session session) {
        var view = session.view();
        var shown = study(session);
        boolean there = view.study().name().equals(Optional.of(shown));
        return in(session, values)
                .withView(
                        there
                                ? view
                                : view.withStudy(
                                        view.study().showing(Optional.of(shown)).at(shown.equals("race") ? 0 : 1)));
    }

    /** The study that shows lanes of this path. */
    private String study(Session session) {
        if (path.startsWith(DeclaredParameters.STUDIES)) {
            return path.substring(DeclaredParameters.STUDIES.length(), path.lastIndexOf('.'));
        }
        boolean sampling = path.startsWith("sampler.")
                || (path.startsWith("process.")
                        && !SamplerCatalog.CATALOG
                                .create(session.sampler().method(), "sampler")
                                .staysAtOneLevel());
        var costs = session.view().study().name().filter("cost-quality"::equals);
        return sampling
                ? costs.orElse("samplers")
                : path.startsWith("training.")
                        ? "race"
                        : path.startsWith("process.") ? "forward-process" : "film-strip";
    }

    /**
     * The session with another value in one lane.
     *
     * @throws BadInputException if the value is out of range, naming the lane
     */
    public Session with(Session session, int lane, Object raw) {
        var changed = new ArrayList<>(values);
        changed.set(lane, parameter.parse(raw, Patches.lanePlace(lane) + "." + path));
        return in(session, changed);
    }

    /** The session with one more lane, whose value no other lane has, if there is such a value. */
    public Session longer(Session session) {
        var more = new ArrayList<>(values);
        Stream.concat(values.reversed().stream(), Stream.of(parameter.defaultValue()))
                .flatMap(value -> ComparedValues.around(parameter, read(value)))
                .filter(value -> !values.contains(value) && possible(session, path, parameter, value))
                .findFirst()
                .ifPresent(more::add);
        return in(session, more);
    }

    /** The session without one of the lanes; without lanes if fewer than two would remain. */
    public Session without(Session session, int lane) {
        var fewer = new ArrayList<>(values);
        fewer.remove(lane);
        return fewer.size() < SessionParameters.FEWEST_LANES ? end(session) : in(session, fewer);
    }

    /** The session without lanes. */
    public static Session end(Session session) {
        return session.withLanes(List.of());
    }

    /** The value of a lane in the parameter's type; for a list of widths, the first; for a curve, x and y alternating. */
    public Object value(int lane) {
        return read(values.get(lane));
    }

    private Object read(Object value) {
        if (parameter instanceof Parameter.Curve && value instanceof List<?> points) {
            return points.stream()
                    .flatMap(point -> point instanceof List<?> pair ? pair.stream() : Stream.of(point))
                    .toList();
        }
        return path.equals(HIDDEN) && value instanceof List<?> widths ? widths.getFirst() : value;
    }

    /** The value in the session file's form: one width stands for all hidden layers, a curve is a list of points. */
    private static Object written(Session session, String path, Parameter<?> parameter, Object value) {
        if (parameter instanceof Parameter.Curve && value instanceof List<?> xy && xy.getFirst() instanceof Number) {
            return IntStream.range(0, xy.size() / 2)
                    .mapToObj(i -> xy.subList(2 * i, 2 * i + 2))
                    .toList();
        }
        return path.equals(HIDDEN) && value instanceof Number
                ? session.training().hidden().stream().map(_ -> value).toList()
                : value;
    }

    private static boolean possible(Session session, String path, Parameter<?> parameter, Object value) {
        try {
            Patches.apply(session, Patch.of(path, written(session, path, parameter, parameter.parse(value, path))));
            return true;
        } catch (BadInputException makesNoSense) {
            return false;
        }
    }

    /** The path at which setting the parameter changes the session file. */
    private static String path(
            Session session, Parameter<?> parameter, Object present, BiFunction<Session, Object, Session> set) {
        for (var value : ComparedValues.around(parameter, present).skip(1).toList()) {
            try {
                var changes =
                        Patches.between(session, set.apply(session, value)).leaves();
                var found = changes.keySet().stream()
                        .filter(path -> ("." + path).endsWith("." + parameter.key()))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (BadInputException makesNoSense) {
                // Tries the next candidate.
            }
        }
        throw new BadInputException(
                parameter.key(), Words.text("study.comparison.one-value"), Words.text("study.comparison.change-first"));
    }
}
