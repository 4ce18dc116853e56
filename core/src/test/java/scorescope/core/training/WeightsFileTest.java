package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.BadInputException;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.Prediction;

class WeightsFileTest {
    private final LearnedScore score = new LearnedScore(
            Weights.initial(Architecture.plane(List.of(6, 5), Activation.TANH, 4), 9),
            new Domain("variance-exploding", 0.02, 7, Prediction.EPSILON));

    @Test
    void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
        var file = folder.resolve("net.npz");
        WeightsFile.write(file, score);
        var read = WeightsFile.read(file);
        assertEquals(score.weights(), read.weights());
        assertEquals(score.domain(), read.domain());
    }

    @Test
    void tensorsHaveTheNamesAndShapesNumpyUsersExpect() {
        var file = Npz.read(WeightsFile.bytes(score), "net");
        assertArrayEquals(new int[] {6, 6}, file.array("W1").shape());
        assertArrayEquals(new int[] {4, 1}, file.array("E1").shape());
        assertArrayEquals(new int[] {2}, file.array("b3").shape());
        assertArrayEquals(score.weights().tensor("W2"), file.floats("W2"));
    }

    @Test
    void damagedNetworksAreRefusedWithPlaceAndRemedy() {
        assertTrue(refusal("W2", NpyArray.of(1f, 2f)).contains("W2"));
        assertTrue(refusal("activation", NpyArray.of("tnah")).contains("did you mean \"tanh\""));
        assertTrue(refusal("levels", NpyArray.of(3.0, 1.0)).contains("levels"));
        assertTrue(refusal("format", NpyArray.of(2L)).contains("format"));
        assertTrue(refusal("hidden", NpyArray.of(-1L, 5L)).contains("hidden"));
        assertTrue(refusal("b3", NpyArray.of(Float.NaN, 0f)).contains("finite"));
    }

    private String refusal(String key, NpyArray changed) {
        var arrays =
                new LinkedHashMap<>(Npz.read(WeightsFile.bytes(score), "net").arrays());
        arrays.put(key, changed);
        byte[] bytes = new Npz(arrays).bytes();
        return assertThrows(BadInputException.class, () -> WeightsFile.read(bytes, "net"))
                .getMessage();
    }
}
