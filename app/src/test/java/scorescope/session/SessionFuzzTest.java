package scorescope.session;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.session.codec.SessionJson;

/** Reading a file of any content gives a session or a message of one line. */
class SessionFuzzTest {
    private static final List<String> WORDS = List.of(
            "NaN",
            "-Infinity",
            "1e999",
            "-1",
            "0",
            "1e-320",
            "9223372036854775808",
            "null",
            "true",
            "{}",
            "[]",
            "[[]]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "{\"kind\":\"edm\"}",
            "[1,2]",
            ",",
            ":",
            "}",
            "]",
            "\n",
            "\u00e9",
            "\"kind\"",
            "\"file\":\"\\u0000\"",
            "\"sha256\":\"0\"",
            "1.5",
            "\"prior\"",
            "\"t\"",
            "1e6",
            "\"85mm\"");

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mutatedSessionsAreReadOrRefused(long seed) throws IOException {
        var random = new Random(seed);
        var file = folder.resolve("fuzz.json");
        var whole = SessionJson.toText(RandomSessions.session(seed, folder), folder);
        for (int i = 0; i < 80; i++) {
            var text = new StringBuilder(whole);
            for (int change = 0; change <= random.nextInt(4); change++) {
                int from = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), from + random.nextInt(12));
                switch (random.nextInt(4)) {
                    case 0 -> text.delete(from, to);
                    case 1 -> text.insert(from, WORDS.get(random.nextInt(WORDS.size())));
                    case 2 -> text.replace(from, to, WORDS.get(random.nextInt(WORDS.size())));
                    default -> text.setLength(from);
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(10) == 0 && bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            readOrRefuse(file);
        }
    }

    private static void readOrRefuse(Path file) throws IOException {
        try {
            var session = SessionJson.read(file);
            SessionJson.toText(session, file.getParent());
        } catch (BadInputException refused) {
            assertFalse(refused.remedy().isBlank());
            assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
            assertFalse(refused.getMessage().length() > 1000, refused.getMessage());
        }
    }
}
