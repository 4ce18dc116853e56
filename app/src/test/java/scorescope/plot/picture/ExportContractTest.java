package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static scorescope.plot.picture.LearnedSession.DPI;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.SessionFile;
import scorescope.session.Session;

/** Every export format encodes, recognises its own bytes, and returns the session, with or without its data. */
final class ExportContractTest {
    @TempDir
    Path folder;

    private Session learned;

    @BeforeEach
    void nameANetwork() throws IOException {
        learned = LearnedSession.in(folder);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void withoutDataAFigureNamesItByItsHash(String extension) throws IOException {
        var light = folder.resolve("light." + extension);
        Exports.write(learned, Optional.empty(), light, DPI, Contents.SESSION);
        var opened = SessionFile.read(light);
        assertTrue(opened.carried().isEmpty());
        assertTrue(opened.score().sha256().isPresent());
        var again = folder.resolve("again." + extension);
        Exports.write(opened, Optional.empty(), again, DPI, Contents.SESSION);
        assertArrayEquals(Files.readAllBytes(light), Files.readAllBytes(again));
        Files.write(folder.resolve("net.npz"), "other".getBytes(StandardCharsets.UTF_8));
        var altered = assertThrows(
                BadInputException.class, () -> Exports.write(opened, Optional.empty(), again, DPI, Contents.SESSION));
        assertTrue(
                altered.getMessage().contains("net.npz") && altered.getMessage().contains("SHA-256"));
        Files.delete(folder.resolve("net.npz"));
        var missing = assertThrows(
                BadInputException.class, () -> Exports.write(opened, Optional.empty(), again, DPI, Contents.SESSION));
        assertTrue(missing.getMessage().contains("net.npz"), missing.getMessage());
    }

    static List<String> formats() {
        return ExportCatalog.formats().stream()
                .map(format -> format.extension())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatIsWhole(String extension) throws IOException {
        var file = folder.resolve("figure." + extension);
        Exports.write(learned, Optional.empty(), file, DPI, Contents.SESSION_AND_DATA);
        byte[] bytes = Files.readAllBytes(file);
        for (var format : ExportCatalog.formats()) {
            assertTrue(
                    format.recognises(bytes) == format.extension().equals(extension),
                    format.extension() + " of a ." + extension);
        }
        var own = ExportCatalog.forFile(file);
        assertTrue(own.session(bytes, "it").orElseThrow().startsWith("{"));
        assertFalse(own.title().isBlank());
        assertFalse(own.recognises("{\"scorescope\": 1}".getBytes(StandardCharsets.UTF_8)));
        assertFalse(own.recognises(new byte[0]));
    }
}
