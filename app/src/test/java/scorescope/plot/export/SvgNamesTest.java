package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Findings;
import scorescope.session.codec.SessionJson;

/** Two figures in one page use their own clips, layers and fonts, and a figure exported twice has the same bytes. */
class SvgNamesTest {
    private static final Pattern DEFINED = Pattern.compile(" id=\"([^\"]+)\"|@font-face\\{font-family:([^;]+);");
    private static final Pattern USED =
            Pattern.compile("url\\(#([^)]+)\\)|href=\"#([^\"]+)\"|aria-labelledby=\"([^\"]+)\"|class=\"([^\"]+)\"");

    /** Bodies of sessions of which no two are the same picture. */
    static List<String> others() {
        return List.of(
                "\"density\": {\"preset\": \"two-rings\"}",
                "\"noise\": {\"sigma\": 0.500001}",
                "\"figure\": {\"width\": \"86mm\"}",
                "\"training\": {\"seed\": 2}",
                "\"view\": {\"layers\": [\"density\", \"particles\"]}, \"sampler\": {\"steps\": 3, \"particles\": 4}",
                "\"view\": {\"study\": \"processes\"}",
                "\"figure\": {\"panels\": [{}, {\"noise\": {\"sigma\": 2}}]}",
                "\"notation\": \"song\"");
    }

    private static String svg(String body) {
        var session = SessionJson.read("{\"scorescope\": 1" + (body.isEmpty() ? "" : ", " + body) + "}", Path.of(""));
        var here = Path.of("").toAbsolutePath();
        var options = new ExportOptions(300, Optional.of(SessionJson.toText(session, here)));
        var figure = Pictures.of(session, Findings.NONE);
        return new String(new SvgExport().encode(figure, options).file(), StandardCharsets.UTF_8);
    }

    private static Set<String> names(Pattern pattern, String svg) {
        var names = new HashSet<String>();
        var found = pattern.matcher(svg);
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    names.addAll(List.of(found.group(group).split(" ", -1)));
                }
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("others")
    void namesOfTwoFiguresNeverMeet(String body) {
        String plain = svg("");
        String other = svg(body);
        var names = names(DEFINED, other);
        assertFalse(names.isEmpty());
        var shared = new HashSet<>(names);
        shared.retainAll(names(DEFINED, plain));
        assertEquals(Set.of(), shared);
        assertEquals(other, svg(body), "the same figure again");
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyNameThatIsUsedIsDefinedInTheSameFile(String body) {
        String svg = svg(body);
        var defined = names(DEFINED, svg);
        var used = names(USED, svg);
        assertFalse(used.isEmpty());
        used.removeAll(defined);
        assertTrue(used.isEmpty(), used::toString);
    }
}
