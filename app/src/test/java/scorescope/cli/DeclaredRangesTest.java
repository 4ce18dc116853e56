package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.io.Npz;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;

/**
 * Every declared parameter of every process, sampler and start, with numbers in and out of its range, at its ends, in the wrong
 * order and of the wrong type: a refusal of one line, or finite results; never a fault of the program.
 */
class DeclaredRangesTest {
    private static final List<String> FEW = List.of("-1", "0", "1e-308", "1e308", "1e999", "\"abc\"", "[0, 0]");

    private static final List<String> MANY = List.of(
            "-1",
            "0",
            "0.5",
            "3",
            "1e-308",
            "4.9e-324",
            "1e308",
            "-1e308",
            "1e999",
            "-1e999",
            "\"abc\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1/t\"",
            "\"1e308*t\"",
            "\"-1e3*t\"",
            "\"-1e-300*t\"",
            "true",
            "null",
            "[]",
            "{}",
            "[1]",
            "[2, 1]",
            "[0, 0]",
            "[1e308, -1e308]",
            "[-1e308, 1e308]",
            "[0, 1e-308]",
            "[[0, 0], [1, 1]]",
            "[[1e308, 0], [0, 1e-308]]",
            "[[0, 1e6], [1, -1e6]]",
            "[[\"a\", 0]]");

    private static final List<String> EARLY_AND_LATE = List.of("\"t\": 0", "\"t\": 0.001", "\"t\": 0.5", "\"t\": 1");

    private static final String QUANTITIES = "log-density,score,hessian,denoised,posterior-covariance,noise,velocity";

    /** Steps that a test can afford. */
    private static final long MOST = 500;

    @TempDir
    private Path folder;

    /** JSON values for a parameter: those of any kind and those at the ends of its range. */
    private static Set<String> values(Parameter<?> parameter, List<String> any) {
        var values = new LinkedHashSet<>(any);
        switch (parameter) {
            case Parameter.Real real -> {
                values.add(String.valueOf(real.min()));
                values.add(String.valueOf(real.max()));
                values.add(String.valueOf(Math.nextDown(real.min())));
                values.add(String.valueOf(Math.nextUp(real.max())));
                values.add(String.valueOf(Math.sqrt(Math.max(1e-300, real.min()) * real.max())));
            }
            case Parameter.Whole whole -> {
                values.add(String.valueOf(whole.min()));
                values.add(String.valueOf(Math.min(MOST, whole.max())));
                values.add(whole.max() == Long.MAX_VALUE ? "9223372036854775808" : String.valueOf(whole.max() + 1));
            }
            default -> {}
        }
        return values;
    }

    /** One parameter after the other with each of its values, and each two real ones at opposite ends of their ranges. */
    private static List<String> members(Kind<?> kind, List<String> any) {
        var members = new ArrayList<String>();
        for (var parameter : kind.parameters()) {
            values(parameter, any).forEach(value -> members.add(member(parameter, value)));
        }
        for (var one : kind.parameters()) {
            for (var other : kind.parameters()) {
                if (one != other && one instanceof Parameter.Real low && other instanceof Parameter.Real high) {
                    members.add(
                            member(low, String.valueOf(low.min())) + ", " + member(high, String.valueOf(high.max())));
                    members.add(
                            member(low, String.valueOf(low.max())) + ", " + member(high, String.valueOf(high.min())));
                    members.add(
                            member(low, String.valueOf(low.max())) + ", " + member(high, String.valueOf(high.max())));
                }
            }
        }
        return members;
    }

    private static String member(Parameter<?> parameter, String value) {
        return "\"" + parameter.key() + "\": " + value;
    }

    /** Fewer steps than by default, where they are not what is tried. */
    private static String brief(Kind<?> kind, String member) {
        var brief = new StringBuilder();
        for (var parameter : kind.parameters()) {
            if (parameter instanceof Parameter.Whole whole
                    && whole.standard() > 8
                    && !member.contains("\"" + whole.key() + "\"")) {
                brief.append(", ").append(member(whole, String.valueOf(Math.max(8, whole.min()))));
            }
        }
        return brief.toString();
    }

    private Path session(String sections) throws IOException {
        return Files.writeString(folder.resolve("s.scorescope.json"), "{\"scorescope\": 1, " + sections + "}");
    }

    /** @param output a file that belongs to a success alone */
    private static void judge(Spoken said, String sections, Path output, boolean finite, List<String> wrong) {
        boolean written = Files.exists(output);
        boolean oneLine = said.err().lines().count() == 1;
        boolean right =
                switch (said.code()) {
                    case 0 -> written && finite;
                    case 1 -> oneLine && !said.err().contains("program failed");
                    default ->
                        said.code() == 2 && oneLine && !written && said.err().contains(": ");
                };
        if (!right) {
            wrong.add(sections + " -> " + said.code() + (finite ? "" : " not finite") + " " + said.err());
        }
    }

    @TestFactory
    Stream<DynamicTest> processes() {
        return processes(FEW, EARLY_AND_LATE.subList(1, 2));
    }

    @Tag("exhaustive")
    @TestFactory
    Stream<DynamicTest> processesAtAllLevels() {
        return processes(MANY, EARLY_AND_LATE);
    }

    private Stream<DynamicTest> processes(List<String> any, List<String> levels) {
        return each(ProcessCatalog.CATALOG, (kind, wrong) -> {
            var points = Files.writeString(folder.resolve("p.csv"), "x,y\n0,0\n3,-4\n1e3,1e3\n");
            var output = folder.resolve("o.csv");
            for (String member : members(kind, any)) {
                String process = "\"process\": {\"kind\": \"" + kind.id() + "\", " + member + "}, ";
                for (String level : levels) {
                    String sections = process + "\"noise\": {" + level + "}";
                    var said = Spoken.by(
                            "eval", session(sections), "--points", points, "-o", output, "--quantity", QUANTITIES);
                    boolean finite =
                            !Files.exists(output) || !Files.readString(output).matches("(?s).*(nan|inf).*");
                    judge(said, sections, output, finite, wrong);
                    Files.deleteIfExists(output);
                }
                for (String sampler : List.of("reverse-sde", "edm")) {
                    run(process + sampler(sampler, "\"steps\": 8"), wrong);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> samplers() {
        return samplers(FEW, List.of("ddpm"));
    }

    @Tag("exhaustive")
    @TestFactory
    Stream<DynamicTest> samplersAlongOtherProcesses() {
        return samplers(MANY, List.of("variance-exploding", "ddpm", "rectified-flow"));
    }

    private Stream<DynamicTest> samplers(List<String> any, List<String> processes) {
        return each(SamplerCatalog.CATALOG, (kind, wrong) -> {
            for (String process : processes) {
                for (String member : members(kind, any)) {
                    run(
                            "\"process\": {\"kind\": \"" + process + "\"}, "
                                    + sampler(kind.id(), member + brief(kind, member)),
                            wrong);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> starts() {
        return starts(FEW, List.of("langevin"));
    }

    @Tag("exhaustive")
    @TestFactory
    Stream<DynamicTest> startsOfOtherSamplers() {
        return starts(MANY, List.of("langevin", "reverse-sde", "mala"));
    }

    private Stream<DynamicTest> starts(List<String> any, List<String> samplers) {
        return each(StartCatalog.CATALOG, (kind, wrong) -> {
            for (String sampler : samplers) {
                for (String member : members(kind, any)) {
                    String start = "\"start\": {\"kind\": \"" + kind.id() + "\", " + member + "}";
                    run(sampler(sampler, "\"steps\": 8, " + start), wrong);
                }
            }
        });
    }

    /** Adds to a list what is wrong with a member of a catalog. */
    private interface Trial<T> {
        void of(Kind<T> kind, List<String> wrong) throws IOException;
    }

    private static <T> Stream<DynamicTest> each(Catalog<T> catalog, Trial<T> trial) {
        return catalog.kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.id(), () -> {
                    var wrong = new ArrayList<String>();
                    trial.of(kind, wrong);
                    assertEquals(List.of(), wrong);
                }));
    }

    private static String sampler(String kind, String members) {
        return "\"sampler\": {\"kind\": \"" + kind + "\", \"particles\": 3, " + members + "}";
    }

    private void run(String sections, List<String> wrong) throws IOException {
        var output = folder.resolve("o.npz");
        var said = Spoken.by("sample", session(sections), "-o", output);
        boolean finite = true;
        if (Files.exists(output)) {
            finite = Arrays.stream(Npz.read(output).doubles("samples")).allMatch(Double::isFinite);
        }
        judge(said, sections, output, finite, wrong);
        Files.deleteIfExists(output);
    }
}
