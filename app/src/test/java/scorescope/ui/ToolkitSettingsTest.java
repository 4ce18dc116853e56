package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs alone, because it changes system properties. */
@Isolated
class ToolkitSettingsTest {
    private static final String HOME = "user.home";

    private final String home = System.getProperty(HOME);
    private final Optional<String> libraries = Optional.ofNullable(System.getProperty(ToolkitSettings.LIBRARIES));

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        System.setProperty(HOME, home);
        System.clearProperty(ToolkitSettings.LIBRARIES);
        libraries.ifPresent(place -> System.setProperty(ToolkitSettings.LIBRARIES, place));
    }

    private String chosenFor(String place) {
        System.setProperty(HOME, place);
        System.clearProperty(ToolkitSettings.LIBRARIES);
        ToolkitSettings.findPlaceForLibraries();
        return System.getProperty(ToolkitSettings.LIBRARIES, "");
    }

    /** Homes that are a file, below a file, or no name of a folder at all. */
    @ParameterizedTest
    @ValueSource(strings = {"FILE", "FILE/home", "FILE/a/b/c", "\0"})
    void withoutAHomeToWriteToLibrariesAreUnpackedToTheFolderForTemporaryFiles(String place) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        String chosen = chosenFor(place.replace("FILE", file.toString()));
        assertTrue(chosen.startsWith(System.getProperty("java.io.tmpdir")), chosen);
        Files.createDirectories(Path.of(chosen));
    }

    @Test
    void aHomeThatCanBeWrittenIsLeftToTheToolkit() {
        assertEquals("", chosenFor(folder.resolve("home").toString()));
        System.setProperty(ToolkitSettings.LIBRARIES, "mine");
        ToolkitSettings.findPlaceForLibraries();
        assertEquals("mine", System.getProperty(ToolkitSettings.LIBRARIES));
    }
}
