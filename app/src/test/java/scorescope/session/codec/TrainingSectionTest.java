package scorescope.session.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.BadInputException;
import scorescope.core.training.TrainingSettings;

class TrainingSectionTest {
    private static final Path HERE = Path.of("");

    @Test
    void keysOfOneObjectiveStandUnderItsId() {
        var training = read("{\"objective\": \"sliced\", \"sliced\": {\"probes\": 4, \"weighting\": \"one\"}}");
        assertEquals(4L, training.scalars().given().get("sliced.probes"));
        assertEquals("one", training.scalars().given().get("sliced.weighting"));
        assertFalse(training.scalars().given().containsKey("ncsn.weighting"), "another objective's is left alone");
        var session = SessionJson.read(
                "{\"scorescope\": 1, \"training\": {\"objective\": \"sliced\", \"sliced\": {\"probes\": 4}}}", HERE);
        var written = SessionJson.toText(session, HERE);
        assertTrue(written.replaceAll("\\s", "").contains("\"sliced\":{\"probes\":4}"), written);
        assertEquals(session, SessionJson.read(written, HERE));
    }

    @Test
    void keysThatEarlierVersionsKeptBesideTheCommonOnesStillRead() {
        var training =
                read("{\"objective\": \"sliced\", \"probes\": 3, \"weighting\": \"likelihood\", \"momentum\": 0.5,"
                        + " \"weightDecay\": 0.2, \"sigma\": 0.25, \"optimizer\": \"sgd\"}");
        var given = training.scalars().given();
        assertEquals(3L, given.get("sliced.probes"));
        assertEquals("likelihood", given.get("sliced.weighting"));
        assertEquals("likelihood", given.get("ncsn.weighting"), "they were shared");
        assertEquals(0.5, given.get("sgd.momentum"));
        assertEquals(0.2, given.get("adamw.weightDecay"));
        assertEquals(0.25, given.get("denoising.sigma"));
        assertTrue(given.keySet().stream().noneMatch("probes"::equals), given.toString());
    }

    @Test
    void aKeyInBothPlacesIsRefusedAndTheRemedyWorks() {
        var problem = refusal("{\"weighting\": \"one\", \"ncsn\": {\"weighting\": \"likelihood\"}}");
        assertTrue(
                problem.contains("training.weighting")
                        && problem.contains("keep training.ncsn.weighting, and remove training.weighting"),
                problem);
        assertEquals(
                "likelihood",
                read("{\"ncsn\": {\"weighting\": \"likelihood\"}}")
                        .scalars()
                        .given()
                        .get("ncsn.weighting"));
    }

    @Test
    void wrongKeysAndValuesAreNamedByTheirPath() {
        assertTrue(refusal("{\"sliced\": {\"prob\": 4}}").contains("training.sliced.prob"));
        assertTrue(refusal("{\"sliced\": {\"prob\": 4}}").contains("did you mean \"probes\""));
        assertTrue(refusal("{\"sliced\": {\"probes\": 0}}").contains("training.sliced.probes"));
        assertTrue(refusal("{\"probes\": 0}").contains("training.probes"));
        assertTrue(refusal("{\"prediction\": \"v\"}").contains("did you mean \"v_prediction\"")
                || refusal("{\"prediction\": \"v\"}").contains("training.prediction"));
    }

    private static TrainingSettings read(String training) {
        return SessionJson.read("{\"scorescope\": 1, \"training\": " + training + "}", HERE)
                .training();
    }

    private static String refusal(String training) {
        return assertThrows(BadInputException.class, () -> read(training)).getMessage();
    }

    /** The last setting counts, in either place of the key. */
    @Test
    void anOverrideBesideTheCommonKeysTakesThePlaceOfTheOwnOne() {
        var file = "{\"scorescope\": 1, \"training\": {\"ncsn\": {\"weighting\": \"likelihood\"}}}";
        var session = SessionJson.read(file, HERE, "file", List.of("training.weighting=one"));
        assertEquals("one", session.training().scalars().given().get("ncsn.weighting"));
        var own = SessionJson.read(file, HERE, "file", List.of("training.ncsn.weighting=one"));
        assertEquals("one", own.training().scalars().given().get("ncsn.weighting"));
    }
}
