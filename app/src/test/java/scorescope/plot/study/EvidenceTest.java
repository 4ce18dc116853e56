package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;

/** The sentence of each study holds in its own scene, checked by a number of the picture. */
final class EvidenceTest {
    /** Settings for shorter trainings. */
    private static final Map<String, Parameters> SHORT = Map.of(
            "race",
            new Parameters(Map.of("steps", 150L, "width", 16L)),
            "three-losses",
            new Parameters(Map.of("steps", 100L, "width", 16L)));

    static List<String> studies() {
        return StudyCatalog.CATALOG.ids();
    }

    static List<String> studiesWithAScene() {
        return studies().stream()
                .filter(id -> !StudyCatalog.create(Choice.of(id)).scene().equals(Patch.NONE))
                .toList();
    }

    private static Evidence evidence(String id, boolean own) {
        var study = StudyCatalog.create(new Choice(id, SHORT.getOrDefault(id, Parameters.NONE)));
        var opening = SessionDefaults.opening();
        Session session = own ? Patches.apply(opening, study.scene()) : opening;
        // The study of score errors needs a score other than the exact one; the others need none.
        var learned = Optional.<ScoreField>of(Examples.BENT).filter(_ -> id.equals("score-errors"));
        var inputs = StudyInputs.of(session, Findings.of(learned));
        return study.evidence(inputs, study.at(inputs, 1));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void itsSentenceIsTrueInItsOwnScene(String id) {
        var evidence = evidence(id, true);
        assertTrue(evidence.holds(), evidence::toString);
    }

    /** A study offers another scene only if its sentence does not hold at opening. */
    @ParameterizedTest
    @MethodSource("studiesWithAScene")
    void whatNeedsASceneIsNotTrueAtOpening(String id) {
        var evidence = evidence(id, false);
        assertFalse(evidence.holds(), evidence::toString);
    }
}
