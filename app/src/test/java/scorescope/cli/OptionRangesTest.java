package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

/** Options of commands that are not numbers, or out of range, are refused before any work. */
final class OptionRangesTest {
    private static final Set<Class<?>> NUMBERS =
            Set.of(Long.class, long.class, Integer.class, int.class, Double.class, double.class);

    private static final List<String> NEVER = List.of("abc", "", "NaN", "1e999", "99999999999999999999", "0x10", "1,5");

    /** Options that accept numbers below 1. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "--seed", List.of("-1", "0"), "--step", List.of("0"), "--loop", List.of("0"), "--hold-last", List.of("0"));

    @TempDir
    private Path folder;

    @Test
    void everyOptionOfEveryCommandRefusesWhatIsOutOfItsRange() throws IOException {
        var session = folder.resolve("s.scorescope.json");
        Files.writeString(session, "{\"scorescope\": 1}");
        var points = folder.resolve("p.csv");
        Files.writeString(points, "x,y\n0,0\n");
        var given = Map.of(
                "eval", List.of(session, "--points", points, "--quantity", "score", "-o", folder.resolve("o.csv")),
                "sample", List.of(session, "-o", folder.resolve("o.npz")),
                "train", List.of(session, "-o", folder.resolve("o.npz")),
                "fit", List.of(session),
                "measure", List.of(points, points),
                "figure", List.of(session, "-o", folder.resolve("o.png")),
                "animate", List.of(session, "-o", folder.resolve("o.gif")),
                "snapshot", List.of(session, "-o", folder.resolve("o.png")));
        int tried = 0;
        for (var command : Cli.commands().getSubcommands().entrySet()) {
            for (var option : command.getValue().getCommandSpec().options()) {
                if (!isNumber(option)) {
                    continue;
                }
                var values = new ArrayList<>(NEVER);
                values.addAll(List.of("-1", "0"));
                values.removeAll(ALSO.getOrDefault(option.longestName(), List.of()));
                for (var value : values) {
                    var words = new ArrayList<Object>(List.of(command.getKey()));
                    words.addAll(given.get(command.getKey()));
                    words.addAll(List.of(option.longestName(), value));
                    Spoken.by(words.toArray()).refused(option.longestName());
                    tried++;
                }
            }
        }
        assertTrue(tried > 80, tried + " options and values tried");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count(), "nothing is written");
        }
    }

    private static boolean isNumber(OptionSpec option) {
        return NUMBERS.contains(option.type())
                || Stream.of(option.auxiliaryTypes()).anyMatch(NUMBERS::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "--width,NaNmm",
        "--width,-5mm",
        "--width,0mm",
        "--width,1e9mm",
        "--width,99999mm",
        "--width,5",
        "--width,''",
        "--height,NaNmm",
        "--height,0mm",
        "--height,5",
        "--height,icml-column",
        "--dpi,1e-9",
        "--dpi,1e9",
        "--dpi,Infinity"
    })
    void aFigureHasASize(String option, String value) throws IOException {
        var session = folder.resolve("s.scorescope.json");
        Files.writeString(session, "{\"scorescope\": 1}");
        for (var ending : List.of("svg", "pdf", "png")) {
            Spoken.by("figure", session, "-o", folder.resolve("f." + ending), option, value)
                    .refused(option);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--fps,1e9",
        "--fps,60",
        "--seconds,1e6",
        "--loop,65536",
        "--hold-last,1e3",
        "--dpi,12",
        "--dpi,2000",
        "--size,1x1",
        "--size,600",
        "--size,5000x5000",
        "--size,-600x600",
        "--size,''",
        "--width,0mm",
        "--height,0mm",
        "--over,time",
        "--over,moment",
        "--theme,sepia"
    })
    void anAnimationHasATimingAndASize(String option, String value) throws IOException {
        var session = Files.writeString(folder.resolve("s.scorescope.json"), "{\"scorescope\": 1}");
        Spoken.by("animate", session, "-o", folder.resolve("f.gif"), option, value)
                .refused(option);
        assertFalse(Files.exists(folder.resolve("f.gif")));
    }

    @Test
    void anAnimationHasNoHundredThousandFrames() throws IOException {
        var session = Files.writeString(folder.resolve("s.scorescope.json"), "{\"scorescope\": 1}");
        Spoken.by("animate", session, "-o", folder.resolve("f.png"), "--seconds", "500", "--fps", "100")
                .refused("--fps");
        Spoken.by("animate", session, "-o", folder.resolve("f.png"), "--seconds", "0.1", "--fps", "1")
                .refused("--fps");
    }

    @ParameterizedTest
    @CsvSource({"0x0", "-5x900", "900", "99999x900", "NaNxNaN", "900x", "319x900", "900x4097", "''"})
    void aSnapshotHasASize(String size) {
        Spoken.by("snapshot", "-o", folder.resolve("f.png"), "--size", size).refused("--size");
    }

    @Test
    void pointsWithoutAFiniteValueAreCounted() throws IOException {
        var undefined = new UndefinedPoints(3);
        undefined.or(new double[] {1, Double.NaN, 2}, new double[] {1, Double.POSITIVE_INFINITY, 2});
        var said = undefined.failure().orElse("");
        assertTrue(said.startsWith("1 of 3 points, the first of them point 2, have"), said);
        assertTrue(new UndefinedPoints(3).failure().isEmpty());
    }
}
