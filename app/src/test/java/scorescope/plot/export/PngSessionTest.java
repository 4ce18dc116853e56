package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.export.png.PngFile;
import scorescope.session.codec.SessionJson;

/** The session of a PNG outlives programs that keep only some kinds of text. */
class PngSessionTest {
    @TempDir
    Path folder;

    /** ImageMagick 6 keeps text beyond ISO 8859-1 neither as it is nor in iTXt. */
    @ParameterizedTest
    @ValueSource(strings = {"λ.csv", "ü.csv", "\uD835\uDF06 \\\"1\\\".csv", "p.csv"})
    void aSessionSurvivesTheLossOfChunksForUnicode(String file) throws IOException {
        String json = "{\"scorescope\": 1, \"density\": {\"file\": \"" + file + "\"}}";
        byte[] png = PngFile.of(new int[] {0xff00ff00}, 1, 1, 300, "in words", Optional.of(json));
        assertEquals(json, EmbeddedSession.in(png, "a"));
        var written = Files.write(folder.resolve("f.png"), without("iTXt", png));
        assertEquals(
                SessionJson.read(json, folder, "json", List.of()).density(),
                SessionFile.read(written).density());
        if (Files.isExecutable(Path.of("/usr/bin/convert"))) {
            var saved = folder.resolve("saved.png");
            assertEquals(0, run("/usr/bin/convert", written.toString(), "-depth", "8", saved.toString()));
            assertEquals(
                    SessionFile.read(written).density(), SessionFile.read(saved).density());
        }
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A PNG without its chunks of one type. */
    private static byte[] without(String type, byte[] png) {
        var left = new ByteArrayOutputStream();
        left.write(png, 0, 8);
        int at = 8;
        while (at < png.length) {
            int length = 12 + ByteBuffer.wrap(png).getInt(at);
            if (!new String(png, at + 4, 4, StandardCharsets.ISO_8859_1).equals(type)) {
                left.write(png, at, length);
            }
            at += length;
        }
        return left.toByteArray();
    }

    /** Weights and points are not stored twice. */
    @Test
    void aLongSessionIsStoredOnce() {
        String json = "{\"scorescope\": 1, \"notation\": \"" + "x".repeat(100_000) + "\"}";
        byte[] once = PngFile.of(new int[] {0xff00ff00}, 1, 1, 300, "", Optional.of(json));
        assertArrayEquals(once, without("zTXt", once));
        assertEquals(json, EmbeddedSession.in(once, "a"));
    }
}
