package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.io.Npz;

/** Inputs that once gave wrong numbers, through the command line. Each test names its cases. */
class CasesOfNumbersTest {
    @TempDir
    Path folder;

    /** Reference values with 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "math-far-posterior-covariance, posterior-covariance, 1e-10",
        "math-hessian-cutoff, hessian, 1e-10",
        "math-score-two-scales-b, 'log-density,score', 1e-12",
        "math-nearly-singular, 'log-density,score', 1e-12"
    })
    void valuesAtTheEdges(String name, String quantities, double share) throws IOException {
        var one = new Case(name);
        var said = one.run("eval @session.scorescope.json --points @points.csv -o - --quantity " + quantities);
        one.agrees(said.done().out(), share);
    }

    /** Against the exact mixture at the level at which the flow begins, stated in further columns. */
    @Test
    void likelihoodOfAFarPoint() {
        var one = new Case("math-likelihood-far-point");
        var said = one.run("eval @session.scorescope.json --points @points.csv -o - --quantity log-likelihood");
        double found = Case.rows(said.done().out()).getFirst()[2];
        assertEquals(-136306336.80998382, found, 1e-12 * 136306336.8);
    }

    /** likelihood-of-another-level: columns of two levels are marked as such, and are equal at one level. */
    @Test
    void likelihoodAndDensityOfTwoLevelsSaySo() {
        var one = new Case("likelihood-of-another-level");
        var command = "eval @lik.json --points @c00_plain.csv -o - --quantity log-density,log-likelihood";
        var said = one.run(command).done();
        assertTrue(said.err().contains("two noise levels"), said.err());
        assertTrue(said.out().startsWith("x,y,log_density,log_likelihood,flow_alpha,flow_sigma\n"), said.out());
        for (var row :
                Case.rows(one.run(command + " --set noise={\"t\":0.4}").done().out())) {
            assertEquals(row[2], row[3], 1e-6 * Math.abs(row[2]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // name, session, arguments, direction, key, reference value, tolerance
        "fit-eight-gaussians-three, eight.json, --gaussians 3 --direction forward, forward, klReverse, 5.177, 0.105",
        "fit-two-modes-wide-gaussian, two_modes.json, --direction forward, forward, klReverse, 3.97930, 5e-6",
        "fit-two-rings, tworings.json, --direction forward, forward, klReverse, 21.30, 0.63",
        "math-fit-kl-numbers, session-a.scorescope.json, --direction forward, forward, klReverse, 4.56566, 1e-5",
        "math-fit-kl-numbers, session-b.scorescope.json, --direction forward, forward, klReverse, 26.06724, 0.005",
        "math-fit-reverse-three-gaussians, session.scorescope.json, --direction reverse, reverse, klReverse, 0.568870, 2e-6"
    })
    void divergencesOfFits(
            String name, String session, String arguments, String direction, String key, double right, double within) {
        var json = new Case(name)
                .run("fit @" + session + " " + arguments + " --json")
                .done()
                .out();
        double found = Case.number(json, direction, key);
        assertEquals(right, found, within, json);
        assertTrue(Case.number(json, direction, key + "Error") < within, json);
    }

    /** math-fit-reverse-three-gaussians: mean and covariance of the minimum over seven starts. */
    @Test
    void reverseFitOfTheOpeningScene() {
        var json = new Case("math-fit-reverse-three-gaussians")
                .run("fit @session.scorescope.json --gaussians 1 --direction reverse --json")
                .done()
                .out();
        var numbers = Case.numbers(json.substring(json.indexOf("\"mean\"")));
        double[] right = {0.3532, -0.2103, 2.5631, 0.7428, 0.7428, 1.7905};
        for (int i = 0; i < right.length; i++) {
            assertEquals(right[i], numbers.get(i), 5e-4, json);
        }
    }

    @ParameterizedTest
    @CsvSource({"frechet-of-wide-samples, wide, 1.0e-6, 1e-12", "frechet-with-an-outlier, outlier, 643.842, 5e-4"})
    void frechetDistances(String name, String files, double right, double within) {
        var json = new Case(name)
                .run("measure @" + files + "_a.npy @" + files + "_b.npy --json")
                .done()
                .out();
        assertEquals(right, Case.number(json, "", "frechet"), within, json);
    }

    /** csv-header-y-x, csv-quoted-everywhere, csv-semicolons-decimal-commas, npz-written-to-a-pipe: the same three points. */
    @ParameterizedTest
    @CsvSource({
        "csv-header-y-x, c05_yx.csv",
        "csv-quoted-everywhere, c02b_quoted_all.csv",
        "csv-semicolons-decimal-commas, c03_semicolon_comma.csv",
        "npz-written-to-a-pipe, z06_pipe_stored.npz"
    })
    void theSameThreePoints(String name, String file) {
        var json = new Case(name)
                .run("measure @" + file + " @c00_plain.csv --json")
                .done()
                .out();
        for (var measure : new String[] {"wasserstein2", "slicedWasserstein2", "frechet"}) {
            assertEquals(0, Case.number(json, "", measure), 1e-12, json);
        }
    }

    @Test
    void aHeaderOfOneSeparatorOverRowsOfAnotherIsReadOrRefusedWithARemedy() {
        var said = new Case("csv-semicolons-decimal-commas")
                .run("measure @c03b_headercomma_rows_semicolon.csv @c00_plain.csv --json");
        if (said.code() != 0) {
            said.refused("c03b_headercomma_rows_semicolon.csv");
        } else {
            assertEquals(0, Case.number(said.out(), "", "wasserstein2"), 1e-12);
        }
    }

    /** npz-lzma: an unsupported compression is not reported as damage. */
    @Test
    void anUnsupportedPackingIsCalledSo() {
        new Case("npz-lzma").run("measure @z10_lzma.npz @c00_plain.csv --json").refused("LZMA", "numpy.savez");
    }

    /** math-input-ranges: each input is refused with the range, or gives a number. */
    @Test
    void numbersOutOfRangeAreRefusedWithTheRange() {
        var one = new Case("math-input-ranges");
        String eval = " --points @points.csv -o - --quantity log-density,score";
        one.run("eval @cov-1e300.scorescope.json" + eval).refused("covariance", "use variances");
        one.run("eval @points-sigma-1e-100.scorescope.json" + eval).refused("noise.sigma", "use 0");
        var far = one.run("eval @points-sigma-1e-100.scorescope.json --set noise.sigma=1" + eval);
        far.refused("points.csv", "1.0E155");
    }

    /** annealed-langevin-at-t-0: the remedy names keys of this sampler, and works. */
    @Test
    void aRemedyOfAnnealedLangevinWorks() {
        var one = new Case("annealed-langevin-at-t-0");
        var output = folder.resolve("a.npz");
        one.run("sample @annealed_t0.json --particles 20 -o " + output)
                .refused("noise.t: ", "use a larger noise.t such as 0.001");
        one.run("sample @annealed_t0.json --particles 20 --set noise.t=0.001 -o " + output)
                .done();
    }

    /** heun-flow-down-to-clean-points: the circle of radius 2.5, reached by every solver. */
    @ParameterizedTest
    @ValueSource(strings = {"heun", "euler", "rk4", "dormand-prince", "adams-bashforth"})
    void flowsReachCleanPoints(String solver) throws IOException {
        var output = folder.resolve("a.npz");
        new Case("heun-flow-down-to-clean-points")
                .run("sample @flow_t0.json --set sampler.solver=" + solver + " -o " + output)
                .done();
        double[] samples = Npz.read(output).doubles("samples");
        double radius = 0;
        for (int i = 0; i < samples.length; i += 2) {
            radius += Math.hypot(samples[i], samples[i + 1]) * 2 / samples.length;
        }
        assertEquals(2.5, radius, 0.01, solver);
    }

    /** math-annealed-defaults: the mode of 1 % keeps its share; standard error 0.0005. */
    @Test
    void annealedLangevinKeepsTheSharesOfModes() throws IOException {
        var output = folder.resolve("s.npz");
        new Case("math-annealed-defaults")
                .run("sample @session.scorescope.json -o " + output)
                .done();
        double[] samples = Npz.read(output).doubles("samples");
        long small = 0;
        for (int i = 0; i < samples.length; i += 2) {
            small += Math.hypot(samples[i] - 4, samples[i + 1] - 4) < 1.5 ? 1 : 0;
        }
        double share = 2.0 * small / samples.length;
        assertTrue(
                Math.abs(share - 0.01) < 0.0015, "share " + share + " " + Arrays.toString(Arrays.copyOf(samples, 4)));
    }
}
