package scorescope.session.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.session.SessionDefaults;

/** Messages about invalid JSON are true of its first error and use no jargon. */
class JsonSyntaxTest {
    /** Terms of the parser's messages. */
    private static final List<String> JARGON =
            List.of("CTRL-CHAR", "code ", "token", "unrecognized", "illegal", "start-of", "end-of-input", "FEATURE");

    private static final String ODD = """
            {"scorescope": 1, "density": {"components": [
              {"weight": 0.5, "mean": [-1.5e-3, 2], "covariance": [[1, 0], [0, 1]], "label": "σ\\u03c3 \\"𝒩\\" \\\\"},
              {"weight": 1E+2, "mean": [0.25, -0], "covariance": [[0.1, 0], [0, 0.1]]}]},
             "figure": {"panels": [{"panel": {"title": "null"}}, {}]}, "view": {"x": [-5, 5]}}
            """;

    @TempDir
    Path folder;

    /** Ends of a cut file, as left by a copy, an editor or a crash. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"", "\n", "\r\n", " \n\n", "\0\0\0\0"})
    void aFileCutAnywhereIsSaidToBeCutOff(String tail) throws IOException {
        cutAnywhere(ODD, "UTF-8", tail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void anotherEncodingCutAnywhereIsSaidToBeCutOff(String charset) throws IOException {
        cutAnywhere(ODD, charset, "");
    }

    @Tag("exhaustive")
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"", "\n", "\r\n", " \n\n", "\0\0\0\0"})
    void anyFileInAnyEncodingCutAnywhereIsSaidToBeCutOff(String tail) throws IOException {
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
            cutAnywhere(ODD, charset, tail);
        }
        cutAnywhere(SessionJson.toText(SessionDefaults.opening(), folder), "UTF-8", tail);
    }

    private void cutAnywhere(String whole, String charset, String tail) throws IOException {
        byte[] bytes = whole.stripTrailing().getBytes(Charset.forName(charset));
        byte[] after = tail.getBytes(Charset.forName(charset));
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length + after.length);
            System.arraycopy(after, 0, cut, length, after.length);
            boolean insideCharacter = after.length > 0 && isInsideCharacter(whole, bytes, length, charset);
            if (!insideCharacter) {
                String said = complaint(cut);
                assertTrue(said.contains("cut off"), charset + " " + length + ": " + said);
            }
        }
    }

    private static boolean isInsideCharacter(String whole, byte[] bytes, int length, String charset) {
        if (charset.equals("UTF-8")) {
            return (bytes[length] & 0xc0) == 0x80;
        }
        return length % 2 == 1 || Character.isHighSurrogate(whole.charAt(length / 2 - 1));
    }

    @Test
    void aFileCutInsideACharacterWithMoreBehindIsNotCalledOtherThanItIs() throws IOException {
        String said = complaint(new byte[] {'{', '"', (byte) 0xcf, '\n'});
        assertTrue(said.contains("not UTF-8 text"), said);
    }

    @Test
    void aFileOfZerosIsSaidToBeCutOff() throws IOException {
        assertTrue(complaint(new byte[4096]).contains("cut off after 0"));
    }

    /**
     * An invalid text and its correction.
     *
     * @param says parts of the message
     * @param mended the text after following the remedy
     */
    record Fault(String text, List<String> says, String mended) {}

    static Stream<Fault> faults() {
        String deep = "[".repeat(501) + "]".repeat(501);
        String digits = "1".repeat(1001);
        return Stream.of(
                fault("{} {}", "{}", "column 4", "{ stands after the end", "remove it"),
                fault(
                        "{\"a\": 1\n\"b\": 2}",
                        "{\"a\": 1\n,\"b\": 2}",
                        "line 2, column 1",
                        "\" stands where a comma or }"),
                fault("[1 2]", "[1 ,2]", "column 4", "2 stands where a comma or ]", "write a comma before it"),
                fault("[1}", "[1]", "column 3", "} stands where a comma or ]", "or ]"),
                fault("[1,]", "[1]", "column 3", "a comma stands before ]", "remove the comma"),
                fault("{\"a\": 1,\n}", "{\"a\": 1\n}", "line 1, column 8", "a comma stands before }"),
                fault("{a: 1}", "{\"a\": 1}", "column 2", "the key a is not in double quotes", "double quotes"),
                fault("{1: 1}", "{\"1\": 1}", "column 2", "the key 1 is not in double quotes"),
                fault("{'a': 1}", "{\"a\": 1}", "column 2", "other quotation marks", "straight double quotes"),
                fault("{“a”: 1}", "{\"a\": 1}", "column 2", "“a” has other quotation marks"),
                fault("[‘a’]", "[\"a\"]", "column 2", "other quotation marks"),
                fault("{\"a\": 1, \"a\": 2}", "{\"a\": 1}", "column 10", "duplicate key \"a\"", "keep one of the two"),
                fault("{\"a\" 1}", "{\"a\" : 1}", "column 6", "1 stands where a colon", "write a colon"),
                fault("{\"a\": }", "{\"a\": null}", "column 7", "} stands where a value", "write a number"),
                fault("[,1]", "[0,1]", "column 2", ", stands where a value"),
                fault("[True]", "[true]", "column 2", "True is neither a number nor text", "true, false, null"),
                fault("[hello]", "[\"hello\"]", "column 2", "hello is neither", "text in double quotes"),
                fault("hello", "{}", "column 1", "hello stands where a session should begin", "begin with {"),
                fault("x,y\n1,2", "{}", "line 1, column 1", "x stands where", "name a session file"),
                fault("t,alpha\n0,1", "{}", "line 1, column 1", "t stands where", "name a session file"),
                fault("# columns\nx,y\n1,2", "{}", "line 1, column 1", "# stands where", "name a session file"),
                fault("\"\"\"A program.\"\"\"\nx = 1", "{}", "line 1, column 3", "stands where", "name a session file"),
                fault("[.5]", "[0.5]", "column 2", ".5 is not a number of JSON", "0.5"),
                fault("[01]", "[1]", "column 2", "01 is not a number"),
                fault("[+1]", "[1]", "column 2", "+1 is not a number"),
                fault("[1.]", "[1.0]", "column 2", "1. is not a number"),
                fault("[1e]", "[1e0]", "column 2", "1e is not a number"),
                fault("[0x10]", "[16]", "column 2", "0x10 is not a number"),
                fault("[1_000]", "[1000]", "column 2", "1_000 is not a number"),
                fault("[1] // one", "[1] ", "column 5", "a comment", "remove it"),
                fault("{ # one\n}", "{ \n}", "column 3", "a comment", "remove it"),
                fault("{/* one */}", "{}", "column 2", "a comment", "remove it"),
                fault("{\u00a0\"a\": 1}", "{\"a\": 1}", "column 2", "U+00A0", "remove it"),
                fault("[\u200b1]", "[1]", "column 2", "U+200B", "remove it"),
                fault("[1\f]", "[1]", "column 3", "U+000C", "remove it"),
                fault("[\"a\n\", 1]", "[\"a\", 1]", "column 2", "does not end on its line", "close it"),
                fault("{\"a: 1,\n \"b\": 2}", "{\"a\": 1,\n \"b\": 2}", "line 1, column 2", "does not end on its line"),
                fault("[\"a\tb\"]", "[\"a\\u0009b\"]", "column 4", "U+0009", "\\u0009"),
                fault(
                        "[\"C:\\data\"]",
                        "[\"C:\\\\data\"]",
                        "column 5",
                        "\\d is not an escape",
                        "write a backslash as \\\\"),
                fault("[\"\\u12g4\"]", "[\"\\\\u12g4\"]", "column 3", "\\u is not an escape"),
                fault(deep, "[]", "column 501", "deeper than 500", "nest less deep"),
                fault("[" + digits + "]", "[1]", "column 2", "1001 characters are too many", "at most 1000"));
    }

    private static Fault fault(String text, String mended, String... says) {
        return new Fault(text, List.of(says), mended);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedAtItsPlaceAndItsRemedyLeadsOn(Fault fault) {
        String said = assertThrows(BadInputException.class, () -> Json.parse(fault.text))
                .getMessage();
        fault.says.forEach(part -> assertTrue(said.contains(part), part + " in: " + said));
        assertNoJargon(said);
        var unused = Json.parse(fault.mended);
        assertEquals(Optional.empty(), JsonSyntax.fault(fault.mended));
    }

    /** Scanner and parser have the same grammar: any change of a character is refused by both or by neither. */
    @Test
    void whatTheParserRefusesHasAFault() {
        changeCharacters(1);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4})
    void whatTheParserRefusesHasAFaultForMoreSeeds(long seed) {
        changeCharacters(seed);
    }

    private static void changeCharacters(long seed) {
        var random = new Random(seed);
        String marks = "{}[],:\"'\\ \n\t\0#/-+.eE0123456789atrufnlsNI\u00a0σ";
        for (int i = 0; i < 5000; i++) {
            var text = new StringBuilder(ODD);
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                String mark = String.valueOf(marks.charAt(random.nextInt(marks.length())));
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, mark);
                    default -> text.replace(at, at + 1, mark);
                }
            }
            assertAgreement(text.toString());
        }
    }

    private static void assertAgreement(String text) {
        var fault = JsonSyntax.fault(text);
        try {
            var unused = Json.parse(text);
            assertEquals(Optional.empty(), fault.map(BadInputException::getMessage), visible(text));
        } catch (BadInputException refused) {
            assertTrue(fault.isPresent(), refused.getMessage() + " of " + visible(text));
            assertNoJargon(refused.getMessage());
        }
    }

    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", "␀");
    }

    private static void assertNoJargon(String said) {
        assertEquals(1, said.lines().count(), said);
        JARGON.forEach(word -> assertFalse(said.contains(word), said));
    }

    private String complaint(byte[] bytes) throws IOException {
        var file = folder.resolve("s.scorescope.json");
        Files.write(file, bytes);
        String said = assertThrows(BadInputException.class, () -> SessionJson.read(file))
                .getMessage();
        assertNoJargon(said);
        return said;
    }
}
