package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Help is printed as plain text, whatever characters it contains. */
@ResourceLock("System.err")
class HelpTextsTest {
    @Test
    void noHelpMakesTheCommandLinesLibraryComplain() {
        var complaints = new ByteArrayOutputStream();
        var before = System.err;
        try {
            System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
            for (String command : Cli.commands().getSubcommands().keySet()) {
                Spoken.by(command, "--help").done();
            }
        } finally {
            System.setErr(before);
        }
        assertEquals("", complaints.toString(StandardCharsets.UTF_8));
    }
}
