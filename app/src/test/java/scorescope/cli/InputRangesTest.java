package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers outside the range for double arithmetic are refused with a remedy that works; all others give finite results. */
class InputRangesTest {
    private static final String ALL = "log-density,score,hessian,denoised,posterior-covariance,noise,velocity";

    @TempDir
    private Path folder;

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path session(String covariance, String noise) throws IOException {
        return written(
                "s.scorescope.json",
                "{\"scorescope\": 1, \"density\": {\"components\": [{\"covariance\": " + covariance
                        + "}, {\"mean\": [1, 1]}]}, \"noise\": " + noise + "}");
    }

    private Spoken eval(Path session, String point) throws IOException {
        var points = written("p.csv", "x,y\n" + point + "\n");
        return Spoken.by("eval", session, "--points", points, "-o", "-", "--quantity", ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1e300, 0], [0, 1e300]]",
                "[[1e13, 0], [0, 1]]",
                "[[1, 0], [0, 1e-30]]",
                "[[1e-200, 0], [0, 1e-200]]"
            })
    void covariancesOutOfRangeAreRefused(String covariance) throws IOException {
        eval(session(covariance, "{\"sigma\": 0}"), "0,0")
                .refused("density.components[0].covariance", "out of range", "use variances from 1.0E-24 to 1.0E12");
    }

    /** Follows the remedy. */
    @ParameterizedTest
    @ValueSource(strings = {"[[1e12, 0], [0, 1e12]]", "[[1e-24, 0], [0, 1e-24]]", "[[1e12, 0], [0, 1e-24]]"})
    void covariancesAtTheEndsOfTheRangeGiveNumbers(String covariance) throws IOException {
        for (String point : new String[] {"0,0", "1e8,-1e8", "1e-12,0", "3,4"}) {
            numbers(eval(session(covariance, "{\"sigma\": 0}"), point));
            numbers(eval(session(covariance, "{\"sigma\": 1e-12}"), point));
            numbers(eval(session(covariance, "{\"sigma\": 1e6}"), point));
        }
    }

    private static void numbers(Spoken said) {
        said.done();
        assertFalse(said.out().contains("nan") || said.out().contains("inf"), said.out());
        assertEquals(2, said.out().lines().count());
    }

    @ParameterizedTest
    @CsvSource({"1e-100", "1e-13", "1e-300", "4.9e-324"})
    void levelsOfNoiseTooSmallForFourthPowersAreRefused(String sigma) throws IOException {
        var points = written(
                "s.scorescope.json",
                "{\"scorescope\": 1, \"density\": {\"points\": [[0, 0], [1, 1]]}, \"noise\": {\"sigma\": " + sigma
                        + "}}");
        eval(points, "0,0").refused("noise.sigma", "out of range", "use 0, or a number from 1.0E-12 to 1000000.0");
        var width = written(
                "b.scorescope.json",
                "{\"scorescope\": 1, \"density\": {\"points\": [[0, 0], [1, 1]], \"bandwidth\": " + sigma + "}}");
        eval(width, "0,0").refused("density.bandwidth", "use 0, or a number from 1.0E-12 to 1000000.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e155,0", "1e200,1e200", "0,-2e8", "1.7976931348623157e308,0"})
    void pointsTooFarOutAreRefused(String point) throws IOException {
        eval(session("[[1, 0], [0, 1]]", "{\"sigma\": 0.5}"), point)
                .refused("p.csv: point 1", "is too far out", "use coordinates from -1.0E8 to 1.0E8");
    }

    @Test
    void timesOfAProcessAreThoseItAccepts() throws IOException {
        String flow = "{\"scorescope\": 1, \"process\": {\"kind\": \"rectified-flow\"}, \"noise\": {\"t\": %s}}";
        for (String t : new String[] {"1", "-0.5", "1000"}) {
            eval(written("s.scorescope.json", flow.formatted(t)), "0,0")
                    .refused("noise.t", "out of range", "use a number from 0.0 to 0.999");
        }
        for (String t : new String[] {"0.0", "0.999"}) {
            numbers(eval(written("s.scorescope.json", flow.formatted(t)), "0,0"));
        }
    }

    /** A time with too little noise is refused with one that has enough. */
    @ParameterizedTest
    @ValueSource(strings = {"edm", "rectified-flow"})
    void timesTooNearToTheCleanDataAreRefusedWithOneThatWorks(String process) throws IOException {
        String text = "{\"scorescope\": 1, \"density\": {\"preset\": \"circle\"}, \"process\": {\"kind\": \"" + process
                + "\"}, \"noise\": {\"t\": %s}}";
        var said = eval(written("s.scorescope.json", text.formatted("1e-150")), "0,0");
        said.refused("noise.t", "out of range", "use 0, or a time from ");
        String remedy = said.err().replaceAll("(?s).*or a time from (\\S+) to.*", "$1");
        numbers(eval(written("s.scorescope.json", text.formatted(remedy)), "0,0"));
    }

    @Test
    void overridesAndFilesOfPointsFollowTheSameRule() throws IOException {
        var session = session("[[1, 0], [0, 1]]", "{\"sigma\": 0.5}");
        var points = written("p.csv", "x,y\n0,0\n");
        Spoken.by("eval", session, "--points", points, "-o", "-", "--quantity", ALL, "--set", "noise.sigma=1e-90")
                .refused("noise.sigma", "use 0, or a number from 1.0E-12");
        written("far.csv", "x,y\n0,0\n3e7,1\n");
        var file = written(
                "f.scorescope.json", "{\"scorescope\": 1, \"density\": {\"file\": \"far.csv\", \"bandwidth\": 0.1}}");
        eval(file, "0,0").refused("far.csv: point 2", "too far out", "use coordinates from -1000000.0 to 1000000.0");
    }
}
