package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The help written without creating every command equals the help with all of them. */
class RootHelpTest {
    static Stream<Arguments> helps() {
        return Stream.of(
                arguments("--help", Cli.commands().getUsageMessage()),
                arguments("-h", Cli.commands().getUsageMessage()),
                arguments(
                        "figure --help",
                        Cli.commands().getSubcommands().get("figure").getUsageMessage()));
    }

    @ParameterizedTest
    @MethodSource("helps")
    void isTheWholeOne(String words, String expected) {
        var out = new ByteArrayOutputStream();
        int code = Cli.run(words.split(" "), new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertEquals(Cli.DONE, code);
        assertEquals(expected.strip(), out.toString(StandardCharsets.UTF_8).strip());
    }
}
