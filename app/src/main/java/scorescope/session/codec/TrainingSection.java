package scorescope.session.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.session.SessionParameters;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code training} section. Parameters of one objective, optimizer or schedule stand in an object under its id:
 * {@code "sliced": {"probes": 4}}. Earlier versions kept them beside the common keys, {@code "probes": 4}, shared by all
 * that declare them; such keys are still read.
 */
final class TrainingSection {
    private static final String HIDDEN = "hidden";
    private static final String LEVELS = "levels";

    private TrainingSection() {}

    /** @throws BadInputException if a key is unknown, a value out of range, or a parameter is given in both places */
    static TrainingSettings read(Keys keys, TrainingSettings standard) {
        var kinds = TrainingParameters.kinds().toList();
        keys.allowing(Stream.of(
                        Keys.names(TrainingParameters.COMMON, HIDDEN, LEVELS).stream(),
                        kinds.stream()
                                .filter(kind -> !kind.parameters().isEmpty())
                                .map(Kind::id),
                        kinds.stream()
                                .flatMap(kind -> kind.parameters().stream().map(Parameter::key)))
                .flatMap(names -> names)
                .distinct()
                .toList());
        var given =
                new LinkedHashMap<>(keys.parameters(TrainingParameters.COMMON).given());
        for (var kind : kinds) {
            beside(kind, keys, given);
            keys.object(kind.id()).ifPresent(own -> own(kind, own, keys, given));
        }
        return new TrainingSettings(
                        Keys.over(new Parameters(given), standard.scalars()),
                        keys.list(HIDDEN, SessionParameters.MOST_HIDDEN)
                                .map(widths -> hidden(widths, keys.at(HIDDEN)))
                                .orElse(standard.hidden()),
                        keys.object(LEVELS)
                                .map(levels -> levels(levels, standard.levels()))
                                .orElse(standard.levels()))
                .checked(keys.place());
    }

    /** Removes {@code key} from the objects of single kinds, since it has just been written beside the common keys. */
    static void forgetOwn(ObjectNode training, String key) {
        if (TrainingParameters.COMMON.stream().noneMatch(common -> common.key().equals(key))) {
            TrainingParameters.kinds()
                    .filter(kind -> kind.parameters().stream()
                            .anyMatch(parameter -> parameter.key().equals(key)))
                    .filter(kind -> training.get(kind.id()) instanceof ObjectNode)
                    .forEach(kind -> ((ObjectNode) training.get(kind.id())).remove(key));
        }
    }

    /** Adds to {@code given} the kind's parameters among the common keys. */
    private static void beside(Kind<?> kind, Keys keys, Map<String, Object> given) {
        var shared = kind.parameters().stream()
                .filter(parameter -> TrainingParameters.COMMON.stream()
                        .noneMatch(common -> common.key().equals(parameter.key())))
                .toList();
        keys.parameters(shared).given().forEach((key, value) -> given.put(kind.id() + "." + key, value));
    }

    private static void own(Kind<?> kind, Keys own, Keys keys, Map<String, Object> given) {
        own.allowing(Keys.names(kind.parameters()));
        own.parameters(kind.parameters()).given().forEach((key, value) -> {
            if (given.put(kind.id() + "." + key, value) != null) {
                throw new BadInputException(
                        keys.at(key),
                        Words.text("session.given-twice", own.at(key)),
                        Words.text("session.keep-own", own.at(key), keys.at(key)));
            }
        });
    }

    private static List<Integer> hidden(List<JsonNode> widths, String place) {
        var hidden = new ArrayList<Integer>();
        for (int i = 0; i < widths.size(); i++) {
            String at = place + "[" + i + "]";
            hidden.add(Math.toIntExact(SessionParameters.HIDDEN.parse(Json.number(widths.get(i), at), at)));
        }
        return hidden;
    }

    private static TrainingSettings.Levels levels(Keys keys, TrainingSettings.Levels standard) {
        keys.allowing(Keys.names(SessionParameters.LEVELS));
        return new TrainingSettings.Levels(
                Math.toIntExact(keys.whole(SessionParameters.LEVEL_COUNT, standard.count())),
                keys.real(SessionParameters.LEVEL_MAX, standard.max()),
                keys.real(SessionParameters.LEVEL_MIN, standard.min()));
    }

    static void write(TrainingSettings training, TrainingSettings standard, ObjectNode node) {
        var scalars = training.scalars();
        SessionWriter.parameters(node, TrainingParameters.COMMON, scalars, standard.scalars());
        TrainingParameters.kinds().forEach(kind -> {
            var own = new LinkedHashMap<String, Object>();
            kind.parameters().forEach(parameter -> {
                var declared = parameter.under(kind.id());
                if (scalars.has(declared)) {
                    own.put(parameter.key(), scalars.given().get(declared.key()));
                }
            });
            if (!own.isEmpty()) {
                SessionWriter.parameters(
                        node.putObject(kind.id()), kind.parameters(), new Parameters(own), Parameters.NONE);
            }
        });
        var hidden = node.putArray(HIDDEN);
        training.hidden().forEach(hidden::add);
        var levels = node.putObject(LEVELS);
        levels.put(SessionParameters.LEVEL_COUNT.key(), training.levels().count());
        levels.put(SessionParameters.LEVEL_MAX.key(), training.levels().max());
        levels.put(SessionParameters.LEVEL_MIN.key(), training.levels().min());
    }
}
