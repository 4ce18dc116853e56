package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.SessionCarrier;

/** Every format of both catalogs refuses an impossible export in one line and leaves no file. */
class ExportRefusalsTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final List<String> SHORT = List.of("--seconds", "0.4", "--fps", "5", "--size", "80x80");

    @TempDir
    Path folder;

    static List<String> figures() {
        return ExportCatalog.formats().stream().map(SessionCarrier::extension).toList();
    }

    static List<String> files() {
        return Stream.concat(
                        figures().stream(), AnimationCatalog.formats().stream().map(SessionCarrier::extension))
                .filter(extension -> !extension.isEmpty())
                .toList();
    }

    /** Extensions of all formats; empty for a folder of frames. */
    static List<String> all() {
        return Stream.concat(files().stream(), Stream.of("")).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aWidthThatIsNone(String extension) throws IOException {
        refused(extension, "\"figure\": {\"width\": \"12parsec\"}", "figure.width: ");
    }

    @ParameterizedTest
    @MethodSource("all")
    void anUnknownVenue(String extension) throws IOException {
        refused(extension, "\"figure\": {\"width\": \"icml-colum\"}", "figure.width: ", "icml-column");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPanelWithAWrongKey(String extension) throws IOException {
        refused(
                extension,
                "\"figure\": {\"panels\": [{}, {\"sampler\": {\"stepSiez\": 0.1}}]}",
                "figure.panels[1].sampler.stepSiez: ",
                "stepSize");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void anUnknownMacro(String extension) throws IOException {
        refused(
                extension,
                "\"figure\": {\"panels\": [{\"panel\": {\"title\": \"$\\\\frobnicate x$\"}}, {}]}",
                "\\frobnicate");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMissingFolder(String extension) throws IOException {
        var session = session("\"figure\": {}");
        var before = content();
        run(session, folder.resolve("none").resolve(named("a", extension)), extension)
                .refused("none does not exist; create it");
        assertEquals(before, content());
    }

    /** A TeX figure has its raster in another file, which must be removed too. */
    @ParameterizedTest
    @MethodSource("files")
    void aFullDisk(String extension) throws IOException {
        assumeTrue(Files.exists(FULL));
        var session = session("\"figure\": {}");
        var output = Files.createSymbolicLink(folder.resolve(named("full", extension)), FULL);
        var before = content();
        var ran = run(session, output, extension).failed("no space left; free some or choose another folder");
        assertEquals("", ran.out());
        assertEquals(before, content());
    }

    private void refused(String extension, String section, String... said) throws IOException {
        var session = session(section);
        var before = content();
        run(session, folder.resolve(named("a", extension)), extension).refused(said);
        assertEquals(before, content());
    }

    private Path session(String section) throws IOException {
        return Files.writeString(
                folder.resolve("s.json"),
                "{\"scorescope\": 1, \"density\": {\"preset\": \"three-gaussians\"}, " + section + "}");
    }

    private static Spoken run(Path session, Path output, String extension) {
        var words = Stream.<Object>builder();
        boolean figure = figures().contains(extension);
        words.add(figure ? "figure" : "animate").add(session).add("-o").add(output);
        if (!figure) {
            SHORT.forEach(words::add);
        }
        return Spoken.by(words.build().toArray());
    }

    private static String named(String stem, String extension) {
        return extension.isEmpty() ? stem : stem + "." + extension;
    }

    private List<Path> content() throws IOException {
        try (var files = Files.walk(folder)) {
            var found = files.sorted().toList();
            assertTrue(found.size() > 1, "at least the session stands there");
            return found;
        }
    }
}
