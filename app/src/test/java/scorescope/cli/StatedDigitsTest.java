package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Numbers are written without digits that are not correct. */
class StatedDigitsTest {
    private static final Pattern WITH_ERROR = Pattern.compile("^\\w+ +(\\S+) ± ", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aMeasureEndsAtTheFirstDigitOfItsError() throws IOException {
        var points = new StringBuilder("x,y\n");
        for (int i = 0; i < 40; i++) {
            points.append(3 * Math.sin(i))
                    .append(',')
                    .append(2 * Math.cos(5 * i))
                    .append('\n');
        }
        var session = file("s.json", "{\"scorescope\": 1, \"density\": {\"preset\": \"two-moons\"}}");
        var said = Spoken.by("measure", file("p.csv", points.toString()), session)
                .done()
                .out();
        var numbers = WITH_ERROR.matcher(said);
        int found = 0;
        while (numbers.find()) {
            found++;
            int decimals = new BigDecimal(numbers.group(1)).scale();
            assertTrue(decimals <= 9, () -> numbers.group() + " has digits that do not hold");
        }
        assertTrue(found >= 6, said);
    }

    /** One line for each noise level: a mean over points, with two standard errors, and so its share of E‖s‖². */
    @Test
    void theDivergenceOfALearnedScoreEndsAtTheFirstDigitOfItsError() throws IOException {
        var said = Spoken.by("measure", file("p.csv", "x,y\n1,2\n-2,0\n0,-1\n"), "learned-and-analytic")
                .done()
                .out();
        var lines =
                said.lines().filter(line -> line.startsWith("fisherDivergence")).toList();
        assertEquals(9, lines.size());
        for (var line : lines) {
            var number = Pattern.compile("(\\S+) ± ").matcher(line);
            for (int i = 0; i < 2; i++) {
                assertTrue(number.find(), line);
                assertTrue(new BigDecimal(number.group(1)).precision() <= 6, line);
            }
        }
    }

    /** The components' means sum to 1e-16, which is rounding. */
    @Test
    void aMeanOfZeroIsZero() throws IOException {
        var session = file("s.json", "{\"scorescope\": 1, \"density\": {\"preset\": \"two-rings\"}}");
        var said = Spoken.by("fit", session, "--direction", "forward", "--json")
                .done()
                .out();
        var gaussian = JsonMapper.shared()
                .readTree(said)
                .get("forward")
                .get("components")
                .get(0);
        assertEquals(0, gaussian.get("mean").get(0).doubleValue());
        assertEquals(0, gaussian.get("mean").get(1).doubleValue());
        assertEquals(0, gaussian.get("covariance").get(0).get(1).doubleValue());
    }
}
