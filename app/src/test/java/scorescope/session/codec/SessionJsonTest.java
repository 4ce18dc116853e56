package scorescope.session.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.session.DensitySpec;
import scorescope.session.MalformedSessions;
import scorescope.session.MalformedSessions.Malformed;
import scorescope.session.RandomSessions;
import scorescope.session.SessionDefaults;

class SessionJsonTest {
    @TempDir
    Path folder;

    static Stream<Malformed> malformed() {
        return MalformedSessions.all();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @Test
    void theSampleIsTheOpeningSession() throws IOException {
        assertEquals(SessionDefaults.opening(), SessionJson.read(sample(), folder));
    }

    @Test
    void everyKeyButTheVersionHasADefault() {
        assertEquals(SessionDefaults.opening(), SessionJson.read("{\"scorescope\": 1}", folder));
        var sparse =
                "{\"scorescope\": 1, \"density\": {}, \"process\": {}, \"noise\": {}, \"score\": {}, \"sampler\": {\"start\": {}},"
                        + " \"training\": {\"levels\": {}}, \"view\": {}, \"figure\": {}}";
        assertEquals(SessionDefaults.opening(), SessionJson.read(sparse, folder));
        var kinds =
                "{\"scorescope\": 1, \"process\": {\"kind\": \"variance-exploding\"}, \"sampler\": {\"kind\": \"langevin\"}}";
        assertEquals(SessionDefaults.opening(), SessionJson.read(kinds, folder));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWithPlaceAndRemedy(Malformed session) throws IOException {
        var file = folder.resolve("s.scorescope.json");
        Files.writeString(file, session.text());
        var complaint = assertThrows(BadInputException.class, () -> SessionJson.read(file));
        assertTrue(complaint.getMessage().startsWith(file + ": "), complaint.getMessage());
        assertEquals(1, complaint.getMessage().lines().count(), complaint.getMessage());
        assertFalse(complaint.remedy().isBlank());
        for (String part : session.says()) {
            assertTrue(complaint.getMessage().contains(part), () -> complaint.getMessage() + " lacks " + part);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsBackWhatItWrote(long seed) {
        var session = RandomSessions.session(seed, folder);
        var text = SessionJson.toText(session, folder);
        assertEquals(session, SessionJson.read(text, folder), text);
        assertEquals(text, SessionJson.toText(SessionJson.read(text, folder), folder));
    }

    @Test
    void relativePathsStartAtTheFilesFolder() throws IOException {
        var below = Files.createDirectories(folder.resolve("data"));
        var file = folder.resolve("s.scorescope.json");
        Files.writeString(file, "{\"scorescope\": 1, \"density\": {\"file\": \"data/points.csv\"}}");
        var density = (DensitySpec.File) SessionJson.read(file).density();
        assertEquals(below.resolve("points.csv").toAbsolutePath(), density.file());
        SessionJson.write(SessionJson.read(file), file);
        assertTrue(Files.readString(file).contains("\"data/points.csv\""));
    }

    @Test
    void aMissingFolderIsBadInputAndNothingIsWritten() throws IOException {
        var nowhere = folder.resolve("missing").resolve("s.json");
        assertThrows(BadInputException.class, () -> SessionJson.write(SessionDefaults.opening(), nowhere));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void binaryAndMissingFilesAreNamed() throws IOException {
        var binary = folder.resolve("binary.json");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfd, 0, 1});
        assertTrue(complaint(binary).contains("not UTF-8"));
        assertTrue(complaint(folder.resolve("missing.json")).contains("no such file"));
        assertTrue(complaint(folder).contains("folder"));
    }

    private static String complaint(Path file) {
        return assertThrows(BadInputException.class, () -> SessionJson.read(file))
                .getMessage();
    }

    private static String sample() throws IOException {
        try (var stream = SessionJsonTest.class.getResourceAsStream("sample.scorescope.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
