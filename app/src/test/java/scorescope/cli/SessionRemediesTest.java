package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Findings;
import scorescope.session.codec.SessionJson;

/**
 * Every remedy of the session reader is followed here, word for word, and then the session is read and drawn. A remedy in the
 * sources without a line here fails the test.
 */
final class SessionRemediesTest {
    /** Remedies that concern a file or a place outside the session; other tests follow them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "session.points-beside",
            "session.name-session",
            "session.save-utf8",
            "session.restore-file",
            "session.correct-json", // of a text whose grammar keeps the rules; JsonSyntaxTest finds none
            "session.picture.scale-down",
            "session.picture.save-as",
            "session.picture.copy-again",
            "session.at-most",
            "session.restore-or-export",
            "session.restore-or-remove",
            "session.open-carrier",
            "session.name-network",
            "session.remove-it",
            "session.write-setting",
            "session.set-whole-list",
            "session.index-range",
            "session.name-key",
            "session.time.range",
            "session.link.share-file",
            "session.link.newer",
            "session.link.copy-whole",
            "session.code.choose");

    private static RemedyCase<String> of(String bad, String remedy, String followed) {
        return new RemedyCase<>("{\"scorescope\": 1, " + bad + "}", remedy, "{\"scorescope\": 1, " + followed + "}");
    }

    private static RemedyCase<String> training(String bad, String remedy, String followed) {
        return of("\"training\": {" + bad + "}", remedy, "\"training\": {" + followed + "}");
    }

    private static RemedyCase<String> components(String bad, String remedy, String followed) {
        return of(
                "\"density\": {\"components\": " + bad + "}",
                remedy,
                "\"density\": {\"components\": " + followed + "}");
    }

    static Stream<RemedyCase<String>> cases() {
        return Stream.of(text(), sections(), numbers()).flatMap(all -> all);
    }

    /** Keys of the remedies followed here. */
    static Stream<String> remedies() {
        return cases().map(RemedyCase::remedy);
    }

    private static Stream<RemedyCase<String>> text() {
        return Stream.of(
                new RemedyCase<>("", "write at least {\"scorescope\": 1}", "{\"scorescope\": 1}"),
                new RemedyCase<>(
                        "{\"scorescope\": 1, \"noise\": {",
                        "restore the whole file, or close what is open",
                        "{\"scorescope\": 1, \"noise\": {}}"),
                of("\"noise\": {}, \"noise\": {}", "keep one of the two", "\"noise\": {}"),
                of("\"noise\" {}", "write a colon between a key and its value", "\"noise\": {}"),
                new RemedyCase<>("{}", "begin with {\"scorescope\": 1, …}", "{\"scorescope\": 1}"),
                new RemedyCase<>(
                        "{\"scorescope\": 2}",
                        "write 1, or open the file with the Scorescope that saved it",
                        "{\"scorescope\": 1}"),
                of("\"noise\": 3", "write { … }", "\"noise\": {}"),
                of("\"noize\": {}", "did you mean \"noise\"?", "\"noise\": {}"),
                of("\"noise\": {\"sigma\": \"1\"}", "write a number such as 0.5", "\"noise\": {\"sigma\": 0.5}"),
                of("\"noise\": {\"sigma\": NaN}", "write a number such as 0.5", "\"noise\": {\"sigma\": 0.5}"),
                of(
                        "\"density\": {\"preset\": 1}",
                        "write it in double quotes",
                        "\"density\": {\"preset\": \"circle\"}"),
                of("\"view\": {\"x\": 3}", "write two numbers, such as [0, 1]", "\"view\": {\"x\": [0, 1]}"),
                of("\"view\": {\"layers\": 3}", "write [ … ]", "\"view\": {\"layers\": []}"));
    }

    private static Stream<RemedyCase<String>> sections() {
        return Stream.of(
                components("[]", "give at least one component", "[{}]"),
                of(
                        "\"density\": {\"points\": [], \"bandwidth\": 1}",
                        "give at least one point [x, y]",
                        "\"density\": {\"points\": [[0, 1]], \"bandwidth\": 1}"),
                components("[{\"covariance\": [1]}]", "write [[a, b], [b, c]]", "[{\"covariance\": [[2, 1], [1, 3]]}]"),
                components(
                        "[{\"covariance\": [[2, 1], [0, 3]]}]",
                        "write [[a, b], [b, c]] with the same b twice",
                        "[{\"covariance\": [[2, 1], [1, 3]]}]"),
                components(
                        "[{\"covariance\": [[1, 1], [1, 1]]}]",
                        "use a, c > 0 with b*b < a*c; points without width go under \"points\"",
                        "[{\"covariance\": [[2, 1], [1, 3]]}]"),
                of(
                        "\"density\": {\"preset\": \"circle\", \"points\": [[0, 1]]}",
                        "keep one of them",
                        "\"density\": {\"preset\": \"circle\"}"),
                of("\"density\": {\"file\": \"\"}", "write a path", "\"density\": {\"file\": \"p.csv\"}"),
                of(
                        "\"density\": {\"file\": \"p.csv\", \"sha256\": \"x\"}",
                        "write 64 hexadecimal digits in lower case, or leave it out",
                        "\"density\": {\"file\": \"p.csv\"}"),
                of("\"density\": {\"file\": \"p\\u0000\"}", "write a path", "\"density\": {\"file\": \"p.csv\"}"),
                of(
                        "\"figure\": {\"width\": \"85 miles\"}",
                        "write one such as 85mm or 3.25in",
                        "\"figure\": {\"width\": \"3.25in\"}"),
                of(
                        "\"figure\": {\"width\": \"wide\"}",
                        "did you mean iclr? Or write a length such as 85mm or 3.25in",
                        "\"figure\": {\"width\": \"85mm\"}"),
                of("\"lanes\": [{}]", "give 2 to 6, or none for the study's own", "\"lanes\": [{}, {}]"),
                of("\"view\": {\"y\": [1, 1]}", "write [low, high] with low < high", "\"view\": {\"y\": [0, 1]}"),
                of(
                        "\"view\": {\"x\": [1, 1.0000001]}",
                        "write [low, high] at least 1.0E-6 apart",
                        "\"view\": {\"x\": [1, 1.000002]}"),
                of(
                        "\"score\": {\"source\": \"exact\"}",
                        "did you mean \"analytic\"? Valid: analytic, learned",
                        "\"score\": {\"source\": \"analytic\"}"),
                of(
                        "\"sampler\": {\"kind\": \"mala\", \"eta\": 1}",
                        "remove it, or choose a kind that has it: ddim",
                        "\"sampler\": {\"kind\": \"ddim\", \"eta\": 1, \"particles\": 50, \"steps\": 5}"),
                training(
                        "\"probes\": 3, \"sliced\": {\"probes\": 4}",
                        "keep training.sliced.probes, and remove training.probes",
                        "\"sliced\": {\"probes\": 4}"));
    }

    private static Stream<RemedyCase<String>> numbers() {
        return Stream.of(
                of("\"noise\": {\"t\": 2}", "use a number from 0.0 to 1.0", "\"noise\": {\"t\": 1.0}"),
                of(
                        "\"sampler\": {\"particles\": 0}",
                        "use a whole number from 1 to 1000000",
                        "\"sampler\": {\"particles\": 1}"),
                of(
                        "\"sampler\": {\"seed\": 99999999999999999999}",
                        "use a whole number from -9223372036854775808 to 9223372036854775807",
                        "\"sampler\": {\"seed\": 9223372036854775807, \"particles\": 1}"),
                of(
                        "\"noise\": {\"sigma\": 1e-13}",
                        "use 0, or a number from 1.0E-12 to 1000000.0",
                        "\"noise\": {\"sigma\": 0}"),
                components(
                        "[{\"mean\": [2e6, 0]}]",
                        "use coordinates from -1000000.0 to 1000000.0",
                        "[{\"mean\": [1e6, 0]}]"),
                components(
                        "[{\"covariance\": [[1e13, 0], [0, 1]]}]",
                        "use variances from 1.0E-24 to 1.0E12; points without width go under \"points\"",
                        "[{\"covariance\": [[1e12, 0], [0, 1]]}]"),
                of(
                        "\"process\": {\"kind\": \"variance-exploding\", \"sigmaMin\": 3, \"sigmaMax\": 2}",
                        "use 0 < sigmaMin < sigmaMax",
                        "\"process\": {\"kind\": \"variance-exploding\", \"sigmaMin\": 2, \"sigmaMax\": 3}"),
                of(
                        "\"process\": {\"kind\": \"variance-preserving\", \"betaMin\": 3, \"betaMax\": 2}",
                        "use 0 < betaMin <= betaMax",
                        "\"process\": {\"kind\": \"variance-preserving\", \"betaMin\": 2, \"betaMax\": 3}"),
                of(
                        "\"process\": {\"kind\": \"ddpm\", \"betaStart\": 0.1}",
                        "use 0 < betaStart <= betaEnd < 1",
                        "\"process\": {\"kind\": \"ddpm\", \"betaStart\": 0.01}"),
                of(
                        "\"process\": {\"kind\": \"ddpm\", \"steps\": 100000, \"betaEnd\": 0.9}",
                        "use fewer steps or smaller betas",
                        "\"process\": {\"kind\": \"ddpm\", \"steps\": 1000, \"betaEnd\": 0.02}"),
                training(
                        "\"levels\": {\"min\": 2, \"max\": 1}",
                        "use 0 < min <= max",
                        "\"levels\": {\"min\": 1, \"max\": 2}"),
                of(
                        "\"guidance\": {\"weight\": 2}",
                        "name the label that components of the density have",
                        "\"guidance\": {\"label\": \"a\", \"weight\": 2}"),
                of(
                        "\"measurement\": {\"value\": [1]}",
                        "write \"matrix\": [[1, 0]], \"value\": [0.5], a value for each row",
                        "\"measurement\": {\"matrix\": [[1, 0]], \"value\": [0.5]}"),
                training(
                        "\"hidden\": []",
                        "give 1 to 64 widths from 1 to 8192, such as [256, 256, 256]",
                        "\"hidden\": [256, 256, 256]"),
                of(
                        "\"process\": {\"kind\": \"variance-preserving\"}, \"noise\": {\"t\": 1e-30}",
                        "use 0, or a time from 1.1E-23 to 1.0",
                        "\"process\": {\"kind\": \"variance-preserving\"}, \"noise\": {\"t\": 1.1E-23}"),
                of(
                        "\"sampler\": {\"start\": {\"kind\": \"drawn\", \"points\": []}}",
                        "give at least one point [x, y], and at most 100000",
                        "\"sampler\": {\"start\": {\"kind\": \"drawn\", \"points\": [[0, 0]]}, \"particles\": 9}"));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void aRemedyFollowedWordForWordGivesASession(RemedyCase<String> tried) throws IOException {
        Files.writeString(folder.resolve("p.csv"), "x,y\n0,1\n1,0\n", StandardCharsets.UTF_8);
        var refused = assertThrows(BadInputException.class, () -> SessionJson.read(tried.bad(), folder));
        assertEquals(tried.remedy(), refused.remedy(), refused.getMessage());
        var figure = Pictures.of(SessionJson.read(tried.followed(), folder), Findings.NONE);
        assertTrue(figure.width() > 0);
    }

    @Test
    void noRemedyOfSessionsIsLeftOut() {
        var printed = cases().map(RemedyCase::remedy).toList();
        var left = new ArrayList<String>();
        for (var piece : RemedySources.in("src/main/java/scorescope/session")) {
            if (piece.text().startsWith("session.") && !ELSEWHERE.contains(piece.text())) {
                var text = RemedySources.pattern(piece.text());
                if (printed.stream().noneMatch(remedy -> text.matcher(remedy).matches())) {
                    left.add(piece.toString());
                }
            }
        }
        assertEquals(List.of(), left);
    }
}
