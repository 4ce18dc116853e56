package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Exit code and output of a command. */
record Spoken(int code, String out, String err) {

    /** Runs the command line in this process. */
    static Spoken by(Object... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Cli.run(
                Arrays.stream(words).map(Object::toString).toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new RealWindow());
        return new Spoken(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Spoken done() {
        assertEquals(0, code, err);
        return this;
    }

    /** Asserts bad input, reported in one line that contains {@code parts}, and no other output. */
    Spoken refused(String... parts) {
        assertEquals(2, code, err);
        assertEquals("", out);
        return oneLine(parts);
    }

    Spoken failed(String... parts) {
        assertEquals(1, code, err);
        return oneLine(parts);
    }

    private Spoken oneLine(String... parts) {
        assertEquals(1, err.lines().count(), err);
        for (String part : parts) {
            assertTrue(err.contains(part), () -> err + " lacks " + part);
        }
        return this;
    }

    /** Folder of reference values; a relative one is resolved against the folder of the build, above that of the module. */
    static Path reference() {
        String folder = System.getProperty("scorescope.reference", "");
        var here = Path.of(folder.isEmpty() ? "core/src/test/resources/reference" : folder);
        return Files.isDirectory(here) ? here : Path.of("..").resolve(here);
    }
}
