package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scorescope.core.BadInputException;
import scorescope.core.objective.Implicit;
import scorescope.core.objective.Ncsn;
import scorescope.core.objective.Sliced;
import scorescope.core.objective.Weighting;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.Probes;

class TrainingParametersTest {
    /** Two members of a catalog that declare one name have separate values. */
    @Test
    void everyDeclarationHasAKeyOfItsOwn() {
        long declared = TrainingParameters.COMMON.size()
                + TrainingParameters.kinds()
                        .mapToLong(kind -> kind.parameters().size())
                        .sum();
        var keys = TrainingParameters.ALL.stream().map(Parameter::key).toList();
        assertEquals(declared, keys.size());
        assertEquals(keys.size(), new HashSet<>(keys).size(), keys.toString());
        var weighted = settings(Map.of("sliced.weighting", "one", "ncsn.weighting", "likelihood"));
        assertEquals(
                new Sliced(Weighting.ONE, weighted.task().noiseProcess(), new Probes(Probes.Law.RADEMACHER, 1), true),
                weighted.with(Sliced.KIND));
        assertEquals(new Ncsn(Weighting.LIKELIHOOD, weighted.task().noiseProcess()), weighted.with(Ncsn.KIND));
        assertEquals(
                new Implicit(Weighting.SIGMA_SQUARED, weighted.task().noiseProcess()), weighted.with(Implicit.KIND));
    }

    @Test
    void idsOfKindsAreNoOtherKeysOfTraining() {
        var names = new ArrayList<>(List.of("hidden", "levels"));
        TrainingParameters.COMMON.forEach(parameter -> names.add(parameter.key()));
        TrainingParameters.kinds().forEach(kind -> {
            assertFalse(names.contains(kind.id()), kind.id() + " names two things in a session's training");
            names.add(kind.id());
        });
    }

    @Test
    void aKeyBesideTheCommonOnesIsGivenToAllThatDeclareIt() {
        var old = new TrainingSettings(
                new Parameters(Map.of("weighting", "one", "momentum", 0.5, "steps", 7L)),
                List.of(4),
                new TrainingSettings.Levels(2, 1, 0.1));
        assertEquals(
                List.of(
                        "explicit.weighting",
                        "implicit.weighting",
                        "ncsn.weighting",
                        "second-order.weighting",
                        "sgd.momentum",
                        "sliced.weighting",
                        "steps"),
                old.scalars().given().keySet().stream().sorted().toList());
        assertEquals(old, new TrainingSettings(old.scalars(), old.hidden(), old.levels()));
    }

    @Test
    void relevantAreTheCommonOnesAndThoseOfTheKindsChosen() {
        var keys = TrainingParameters.relevant(Parameters.NONE
                        .with(TrainingParameters.OBJECTIVE, "sliced")
                        .with(TrainingParameters.OPTIMIZER, "sgd"))
                .stream()
                .map(Parameter::key)
                .filter(key -> key.contains("."))
                .toList();
        assertEquals(
                List.of("sliced.weighting", "sliced.probes", "sliced.probeLaw", "sliced.slicedForm", "sgd.momentum"),
                keys);
    }

    @Test
    void everyOptionHasATitleThatAPersonReads() {
        for (var parameter : TrainingParameters.ALL) {
            if (parameter instanceof Parameter.OneOf<?> choice) {
                for (Option option : choice.options()) {
                    assertFalse(option.title().isBlank(), choice.key() + ": " + option.id());
                    assertFalse(option.title().contains("_"), choice.key() + ": " + option.title());
                    assertFalse(option.title().equals("Adamw") || option.title().equals("Sgd"), option.title());
                }
            }
        }
        assertEquals(
                "AdamW",
                Parameters.NONE
                        .with(TrainingParameters.OPTIMIZER, "adamw")
                        .get(TrainingParameters.OPTIMIZER)
                        .title());
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearest() {
        var settings = new Settings(new Parameters(Map.of("optimizer", "adan")));
        var message = assertThrows(
                        BadInputException.class, () -> settings.plain().checked("training"))
                .getMessage();
        assertTrue(message.contains("training.optimizer") && message.contains("did you mean \"adam\""), message);
    }

    private static Settings settings(Map<String, Object> given) {
        return new Settings(new Parameters(given));
    }

    private record Settings(Parameters given) {
        TrainingSettings plain() {
            return new TrainingSettings(given, List.of(4), new TrainingSettings.Levels(2, 1, 0.1));
        }

        TrainingTask task() {
            return new TrainingTask(plain());
        }

        Object with(scorescope.core.parameter.Kind<scorescope.core.objective.Objective.Family> kind) {
            var chosen = new TrainingSettings(
                    given.with(TrainingParameters.OBJECTIVE, kind.id()),
                    List.of(4),
                    new TrainingSettings.Levels(2, 1, 0.1));
            return chosen.family()
                    .over(new scorescope.core.objective.Objective.Subject(
                            task().noiseProcess(), java.util.Optional.empty()));
        }
    }
}
