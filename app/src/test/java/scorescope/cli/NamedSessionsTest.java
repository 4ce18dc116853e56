package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every command that takes a session also takes a recipe, a link and standard input. */
@ResourceLock("System.in")
class NamedSessionsTest {
    private static final String SESSION = """
            {"scorescope": 1, "density": {"preset": "two-moons"}, "noise": {"sigma": 0.75}}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aLinkGivesTheFigureOfItsSession() throws IOException {
        var file = Files.writeString(folder.resolve("a.scorescope.json"), SESSION);
        assertEquals(Cli.DONE, run("link", file.toString()));
        String link = said();
        assertTrue(link.length() < 200, link);
        assertEquals(Cli.DONE, run("figure", file.toString(), "-o", picture("file")), this::complaint);
        assertEquals(Cli.DONE, run("figure", link, "-o", picture("link")), this::complaint);
        assertArrayEquals(bytes("file"), bytes("link"));
    }

    @Test
    void standardInputIsASessionOrAFigure() throws IOException {
        var file = Files.writeString(folder.resolve("a.scorescope.json"), SESSION);
        assertEquals(Cli.DONE, run("figure", file.toString(), "-o", picture("file")));
        var before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(SESSION.getBytes(StandardCharsets.UTF_8)));
            assertEquals(Cli.DONE, run("figure", "-", "-o", picture("piped")), this::complaint);
            System.setIn(new ByteArrayInputStream(bytes("file")));
            assertEquals(Cli.DONE, run("figure", "-", "-o", picture("again")), this::complaint);
        } finally {
            System.setIn(before);
        }
        assertArrayEquals(bytes("file"), bytes("piped"));
        assertArrayEquals(bytes("file"), bytes("again"));
    }

    @Test
    void aRecipeIsASessionForEveryCommand() {
        assertEquals(Cli.DONE, run("describe", "six-panels"), this::complaint);
        assertTrue(said().contains("Langevin"), this::said);
    }

    @Test
    void aFileGoesBeforeARecipe() throws IOException {
        var file = Files.writeString(folder.resolve("six-panels"), SESSION);
        assertEquals(Cli.DONE, run("describe", file.toString()), this::complaint);
        assertTrue(said().contains("two moons") || said().contains("Two moons"), this::said);
    }

    @Test
    void aWrongNameIsToldTheNearestRecipe() {
        assertEquals(Cli.BAD_INPUT, run("describe", "six-pannels"));
        assertTrue(complaint().contains("recipe \"six-panels\""), this::complaint);
        assertEquals(1, complaint().lines().count());
    }

    @Test
    void aSessionTooLongForALinkIsToldWhatHasRoom() {
        assertEquals(Cli.BAD_INPUT, run("link", "learned-and-analytic"));
        assertTrue(complaint().contains("at most 2000") && complaint().contains("exported figure"), this::complaint);
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return Cli.run(args, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String picture(String name) {
        return folder.resolve(name + ".svg").toString();
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(Path.of(picture(name)));
    }
}
