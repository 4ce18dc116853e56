package scorescope.session.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.cli.Cli;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.sampling.flow.FlowSolver;
import scorescope.core.sampling.method.SamplerCatalog;

/** The programs that {@code code} writes, run by the system's Python, give the numbers of {@code eval} and {@code sample}. */
class PythonProgramTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final int LONGEST = 120;

    private static final String MIXTURE = """
            "density": {"components": [
              {"weight": 0.7, "mean": [-1, 0], "covariance": [[0.5, 0.2], [0.2, 0.4]]},
              {"weight": 0.3, "mean": [2, 1], "covariance": [[0.2, 0], [0, 0.2]]}]}""";

    @TempDir
    private Path folder;

    private static PythonChecks checks;

    @BeforeAll
    static void needsNumPy() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), () -> "there is no " + PYTHON);
        checks = PythonChecks.with(PYTHON);
        assumeTrue(checks.hasNumPy(), () -> PYTHON + " has no numpy");
    }

    @AfterAll
    static void end() throws IOException {
        if (checks != null) {
            checks.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"noise\": {\"sigma\": 0}",
                "\"noise\": {\"sigma\": 0.8}",
                "\"process\": {\"kind\": \"variance-preserving\"}, \"noise\": {\"t\": 0.3}"
            })
    void theFieldsAreThoseOfEval(String noise) throws Exception {
        var session = session(MIXTURE + ", " + noise);
        program(session);
        Files.writeString(folder.resolve("p.csv"), "x,y\n0,0\n-1.5,2\n3,-4\n12,9\n");
        cli(
                "eval",
                session,
                "--points",
                file("p.csv"),
                "-o",
                file("e.npz"),
                "--quantity",
                "log-density,score,denoised");
        python("""
                e = np.load("e.npz")
                x = np.column_stack([e["x"], e["y"]])
                close(program.log_density(x), e["log_density"], 1e-10)
                close(program.score(x), np.column_stack([e["score_x"], e["score_y"]]), 1e-10)
                close(program.denoised(x), np.column_stack([e["denoised_x"], e["denoised_y"]]), 1e-10)
                """);
    }

    static Stream<Arguments> deterministic() {
        var runs = new ArrayList<Arguments>();
        var taking = List.of(
                "\"kind\": \"probability-flow\", \"solver\": \"rk4\", \"steps\": 12",
                "\"kind\": \"dpm-solver\", \"steps\": 12",
                "\"kind\": \"edm\", \"steps\": 12");
        for (var process : ProcessCatalog.CATALOG.ids()) {
            runs.add(Arguments.of(process, taking.get(runs.size() % taking.size())));
        }
        for (var sampler : List.of(
                "\"kind\": \"gradient-flow\", \"stepSize\": 0.05, \"steps\": 30",
                "\"kind\": \"probability-flow\", \"solver\": \"euler\", \"steps\": 12, \"grid\": \"uniform\"",
                "\"kind\": \"probability-flow\", \"solver\": \"heun\", \"steps\": 12, \"grid\": \"karras\", \"rho\": 5",
                "\"kind\": \"probability-flow\", \"solver\": \"adams-bashforth\", \"steps\": 12, \"grid\": \"karras\"",
                "\"kind\": \"reverse-sde\", \"lambda\": 0, \"steps\": 12, \"grid\": \"log\"",
                "\"kind\": \"reverse-sde\", \"lambda\": 0, \"solver\": \"heun\", \"steps\": 12",
                "\"kind\": \"ddim\", \"steps\": 12")) {
            runs.add(Arguments.of("cosine", sampler));
        }
        return runs.stream();
    }

    @ParameterizedTest
    @MethodSource("deterministic")
    void aRunWithoutNoiseIsThatOfSample(String process, String sampler) throws Exception {
        var session = session(MIXTURE + ", \"process\": {\"kind\": \"" + process
                + "\"}, \"noise\": {\"sigma\": 0.1}, \"sampler\": {" + sampler
                + ", \"particles\": 20, \"start\": {\"kind\": \"prior\"}}");
        program(session);
        cli("sample", session, "-o", file("s.npz"), "--trajectories");
        python("""
                way = np.load("s.npz")["trajectories"]
                steps = list(program.run(way[0], np.random.default_rng(1)))
                assert len(steps) == len(way) - 1 == program.STEP, (len(steps), len(way), program.STEP)
                close(np.array(steps), way[1:], 1e-8)
                """);
    }

    static List<String> samplers() {
        return SamplerCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void aRunHasTheStatisticsOfSample(String sampler) throws Exception {
        haveTheSameStatistics(sampler, 1000);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("samplers")
    void aRunOfManyParticlesHasTheStatisticsOfSample(String sampler) throws Exception {
        haveTheSameStatistics(sampler, 4000);
    }

    /** Means and variances of the particles of both programs, within five standard errors of their difference. */
    private void haveTheSameStatistics(String sampler, int particles) throws Exception {
        var session = session(MIXTURE + ", \"process\": {\"kind\": \"ddpm\", \"steps\": 100, \"betaEnd\": 0.2},"
                + " \"noise\": {\"sigma\": 0.3}, \"sampler\": {\"kind\": \"" + sampler + "\", \"particles\": "
                + particles + "}");
        program(session);
        cli("sample", session, "-o", file("s.npz"));
        python("""
                a = np.load("s.npz")["samples"]
                count = len(a)
                rng = np.random.default_rng(5)
                *_, b = program.run(program.start(count, rng), rng)
                error = np.sqrt((a.var(0) + b.var(0)) / count)
                assert (abs(a.mean(0) - b.mean(0)) < 5 * error).all(), (a.mean(0), b.mean(0), error)
                spread = np.sqrt((((a - a.mean(0)) ** 2).var(0) + ((b - b.mean(0)) ** 2).var(0)) / count)
                assert (abs(a.var(0) - b.var(0)) < 5 * spread).all(), (a.var(0), b.var(0), spread)
                """);
    }

    @Test
    void aTrainedNetworkIsReadFromItsFile() throws Exception {
        for (var training : List.of(
                "\"prediction\": \"score\"",
                "\"prediction\": \"epsilon\", \"activation\": \"tanh\", \"noiseEmbedding\": \"fourier\"",
                "\"prediction\": \"v_prediction\", \"activation\": \"softplus\"",
                "\"prediction\": \"sample\", \"activation\": \"sine\"",
                "\"preconditioning\": \"edm\", \"activation\": \"relu\"")) {
            var trained = session(MIXTURE + ", \"process\": {\"kind\": \"variance-preserving\"}, \"training\": {"
                    + "\"hidden\": [16, 16], \"embedding\": 8, \"objective\": \"denoising\", \"noise\": \"continuous\", "
                    + training + "}, \"noise\": {\"t\": 0.4}");
            cli("train", trained, "-o", file("net.npz"), "--steps", "60");
            var session = session(MIXTURE + ", \"process\": {\"kind\": \"variance-preserving\"},"
                    + " \"noise\": {\"t\": 0.4}, \"sampler\": {\"kind\": \"predictor-corrector\", \"grid\": \"karras\"},"
                    + " \"score\": {\"source\": \"learned\", \"file\": \"net.npz\"}");
            program(session);
            Files.writeString(folder.resolve("p.csv"), "x,y\n0,0\n-1.5,2\n3,-4\n");
            cli("eval", session, "--points", file("p.csv"), "-o", file("e.npz"), "--quantity", "score");
            python("""
                    e = np.load("e.npz")
                    x = np.column_stack([e["x"], e["y"]])
                    close(program.score(x), np.column_stack([e["score_x"], e["score_y"]]), 1e-4)
                    """);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"variance-exploding", "rectified-flow", "ddpm"})
    void aRunThatChoosesItsStepsIsThatOfSample(String process) throws Exception {
        var session = session(MIXTURE + ", \"process\": {\"kind\": \"" + process + "\"}, \"noise\": {\"sigma\": 0},"
                + " \"sampler\": {\"kind\": \"probability-flow\", \"solver\": \"dormand-prince\", \"tolerance\": 1e-5,"
                + " \"particles\": 20, \"start\": {\"kind\": \"prior\"}}");
        program(session);
        cli("sample", session, "-o", file("s.npz"), "--trajectories");
        python("""
                way = np.load("s.npz")["trajectories"]
                steps = np.array(list(program.run(way[0], np.random.default_rng(1))))
                assert 8 < len(steps) == len(way) - 1 < program.SAMPLER_STEPS, (len(steps), len(way))
                close(steps, way[1:], 1e-7)
                """);
    }

    @ParameterizedTest
    @EnumSource(FlowSolver.class)
    void everySolverOfTheFlowHasAProgram(FlowSolver solver) throws Exception {
        program(session("\"sampler\": {\"kind\": \"probability-flow\", \"solver\": \"" + solver.id() + "\"}"));
    }

    @Test
    void thePictureProgramRunsByItself() throws Exception {
        program(session(MIXTURE + ", \"sampler\": {\"step\": 20, \"particles\": 100}"));
        python("""
                import subprocess, sys
                subprocess.run([sys.executable, "program.py"], check=True)
                numbers = np.load("numbers.npz")
                assert numbers["particles"].shape == (100, 2)
                assert numbers["grid"].shape == numbers["score"].shape == (201 * 201, 2)
                """);
    }

    private String session(String sections) throws IOException {
        Files.writeString(folder.resolve("a.scorescope.json"), "{\"scorescope\": 1, " + sections + "}");
        return file("a.scorescope.json");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void program(String session) throws IOException {
        cli("code", session, "-o", file("program.py"));
        var text = Files.readString(folder.resolve("program.py"));
        assertTrue(text.lines().count() <= LONGEST, () -> text.lines().count() + " lines:\n" + text);
    }

    private static void cli(String... args) {
        var err = new ByteArrayOutputStream();
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        int code = Cli.run(args, out, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, code, () -> err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a check that can import the program as {@code program}. */
    private void python(String check) throws Exception {
        Files.writeString(folder.resolve("check.py"), """
                import numpy as np
                import program


                def close(mine, theirs, most):
                    off = np.abs(mine - theirs) / np.maximum(1, np.abs(theirs))
                    assert mine.shape == theirs.shape and off.max() <= most, (off.max(), mine.shape, theirs.shape)


                """ + check);
        assertEquals("", checks.run(folder));
    }
}
