package scorescope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adds a throw-away member of each family as CONTRIBUTING says: one file (under {@code throwaway} in the resources) and one
 * line in its catalog. Both are compiled, put before the program's classes on the class path, and the program is run.
 */
class OneFileOneLineTest {
    /** A catalog, the text before which the line is inserted, and the line. */
    private record Line(String module, String catalog, String before, String member) {}

    private static final List<Line> LINES = List.of(
            new Line("core", "core/noise/ProcessCatalog", "List.of(", "ThrowawayProcess.KIND"),
            new Line("core", "core/density/DensityCatalog", "List.of(", "ThrowawayPreset.KIND"),
            new Line("core", "core/measure/MeasureCatalog", "List.of(", "ThrowawayMeasure.KIND"),
            new Line("app", "plot/color/ColorMapCatalog", "List.of(", "\"throwaway-map\""),
            new Line("app", "session/source/RecipeCatalog", "Stream.of(", "\"throwaway-recipe\""),
            new Line("core", "core/sampling/method/SamplerCatalog", "List.of(", "ThrowawaySampler.KIND"),
            new Line("core", "core/sampling/StartCatalog", "List.of(", "ThrowawayStart.KIND"),
            new Line("core", "core/objective/ObjectiveCatalog", "List.of(", "ThrowawayObjective.KIND"),
            new Line("core", "core/training/OptimizerCatalog", "List.of(", "ThrowawayOptimizer.KIND"),
            new Line("core", "core/training/ScheduleCatalog", "List.of(", "ThrowawaySchedule.KIND"),
            new Line("app", "plot/layer/LayerCatalog", "List.of(", "ThrowawayLayer.KIND"),
            new Line("app", "plot/study/StudyCatalog", "List.of(", "ThrowawayStudy.KIND"),
            new Line("app", "plot/export/ExportCatalog", "List.of(", "new ThrowawayFormat()"),
            new Line("app", "plot/export/AnimationCatalog", "List.of(", "new ThrowawayAnimation()"));

    /** Commands that list a catalog. */
    private static final List<String> LISTS = List.of(
            "processes",
            "presets",
            "measures",
            "recipes",
            "samplers",
            "starts",
            "objectives",
            "optimizers",
            "schedules",
            "layers",
            "studies");

    private static final Path MEMBERS = Path.of("..", "src-test/src/test/resources/scorescope/architecture/throwaway");

    /** Members that are files of data: where the program looks for them. */
    private static final Map<String, String> DATA =
            Map.of("throwaway-map.csv", "colormaps", "throwaway-recipe.scorescope.json", "recipes");

    /** Their titles and help, which stand in bundles. */
    private static final Map<String, String> WORDS =
            Map.of("ui", "ui.look.map.throwaway-map=Throw-away map\n", "session", """
            session.recipe.throwaway-recipe.title=Throw-away recipe
            session.recipe.throwaway-recipe.help=A throw-away recipe.
            """);

    @TempDir
    private static Path folder;

    private static String said;

    @BeforeAll
    static void buildAndRun() throws IOException, InterruptedException {
        compile();
        addData();
        Files.writeString(folder.resolve("all.json"), """
                {"scorescope": 1,
                 "sampler": {"kind": "throwaway-sampler", "pull": 0.5, "particles": 20,
                             "start": {"kind": "throwaway-start", "at": [3, 1]}},
                 "training": {"objective": "throwaway-objective", "throwaway-objective": {"probes": 0.25},
                              "sliced": {"probes": 2},
                              "optimizer": "throwaway-optimizer", "schedule": "throwaway-schedule",
                              "hidden": [4], "samples": 50, "batch": 8},
                 "view": {"layers": ["density", "throwaway-layer"]}}
                """);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-XX:+"))
                .forEach(command::add);
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", folder + System.getProperty("path.separator") + classPath()));
        command.addAll(List.of("scorescope.ThrowawayRun", folder.toString(), String.join(",", LISTS)));
        var out = folder.resolve("said.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        said = Files.readString(out);
    }

    private static void compile() throws IOException {
        var sources = new ArrayList<Path>();
        for (var line : LINES) {
            var original = Files.readString(
                    Path.of("..", line.module(), "src/main/java/scorescope", line.catalog() + ".java"));
            var changed = original.replaceFirst(
                    java.util.regex.Pattern.quote(line.before()),
                    java.util.regex.Matcher.quoteReplacement(line.before() + line.member() + ", "));
            assertTrue(!changed.equals(original), line.catalog() + " has no list");
            var file = folder.resolve("src").resolve(line.catalog() + ".java");
            Files.createDirectories(file.getParent());
            sources.add(Files.writeString(file, changed));
        }
        try (var all = Files.walk(MEMBERS)) {
            all.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of("-d", folder.toString(), "-cp", classPath(), "-proc:none", "-nowarn");
            boolean done = compiler.getTask(
                            problems, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(done, problems.toString());
        }
    }

    private static void addData() throws IOException {
        for (var member : DATA.entrySet()) {
            var place = Files.createDirectories(folder.resolve("scorescope").resolve(member.getValue()));
            Files.copy(MEMBERS.resolve(member.getKey()), place.resolve(member.getKey()));
        }
        var words = Files.createDirectories(folder.resolve("scorescope/words"));
        for (var added : WORDS.entrySet()) {
            String bundle = added.getKey() + ".properties";
            var original = Files.readString(Path.of("..", "assets/src/main/resources/scorescope/words", bundle));
            Files.writeString(words.resolve(bundle), original + added.getValue());
        }
    }

    /** The class path of this test. */
    private static String classPath() {
        var loader = OneFileOneLineTest.class.getClassLoader();
        var ofLoader = loader instanceof URLClassLoader urls
                ? Arrays.stream(urls.getURLs())
                        .map(url -> Path.of(java.net.URI.create(url.toString())).toString())
                : Stream.<String>empty();
        var ofProgram = Stream.of(
                System.getProperty("surefire.test.class.path", ""), System.getProperty("java.class.path", ""));
        return Stream.concat(ofLoader, ofProgram)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** The program's output between the line {@code == name} and the next such line. */
    private static String about(String name) {
        int begin = said.indexOf("== " + name + "\n");
        assertTrue(begin >= 0, said);
        int end = said.indexOf("\n== ", begin + 1);
        return said.substring(begin, end < 0 ? said.length() : end);
    }

    @Test
    void theCommandLineListsEach() {
        for (String list : LISTS) {
            var found = about(list);
            assertTrue(found.contains("throwaway-") && found.contains("A throw-away"), found);
        }
        assertTrue(about("samplers").contains("\"key\" : \"pull\""), about("samplers"));
        assertTrue(about("samplers").contains("Half way"), "options are listed with their titles");
    }

    @Test
    void theSessionFileKeepsEach() {
        var written = about("session").replaceAll("\\s", "");
        for (String part : List.of(
                "\"kind\":\"throwaway-sampler\",\"pull\":0.5",
                "\"kind\":\"throwaway-start\",\"at\":[3,1]",
                "\"objective\":\"throwaway-objective\"",
                "\"throwaway-objective\":{\"probes\":0.25}",
                "\"sliced\":{\"probes\":2}",
                "\"optimizer\":\"throwaway-optimizer\"",
                "\"schedule\":\"throwaway-schedule\"",
                "\"throwaway-layer\"")) {
            assertTrue(written.contains(part), part + " is not in " + written);
        }
        assertTrue(about("session").contains("read again: true"), about("session"));
    }

    @Test
    void controlsAreMadeFromTheDeclarations() {
        var declared = about("controls");
        assertTrue(declared.contains("throwaway-objective.probes = 0.25"), declared);
        assertTrue(declared.contains("throwaway-optimizer.pace = 1.0"), declared);
        assertTrue(declared.contains("sampler: pull how"), declared);
        assertTrue(declared.contains("start: at"), declared);
    }

    @Test
    void particlesAreDrawnAndTheNetworkTrained() {
        assertEquals("0", last(about("sample")), said);
        assertTrue(about("ends").contains("3.0 1.0 -> 0.0"), about("ends"));
        assertEquals("0", last(about("train")), said);
        assertTrue(about("checkpoint").contains("throwaway-optimizer"), about("checkpoint"));
    }

    @Test
    void figuresShowLayerAndStudyInEveryFormat() {
        assertEquals("0", last(about("figure")), said);
        assertTrue(about("svg").contains("layer true"), about("svg"));
        assertEquals("0", last(about("study")), said);
        assertTrue(about("svg of study").contains("study true"), about("svg of study"));
        assertEquals("0", last(about("format")), said);
        assertTrue(about("file of format").contains("throw-away format"), about("file of format"));
    }

    /** The score of a point at (α, 0) under noise of std σ, where α = exp(−2 · 0.25) and σ = 0.25. */
    @Test
    void numbersAreThoseOfPresetAndProcess() {
        var row = about("eval").strip().split("\n", -1)[2].split(",", -1);
        assertEquals(Math.exp(-0.5) / (0.25 * 0.25), Double.parseDouble(row[2]), 1e-12, about("eval"));
        assertEquals(0, Double.parseDouble(row[3]), 1e-12, about("eval"));
    }

    @Test
    void samplesAreCompared() {
        assertTrue(about("measure").replaceAll("\\s", "").contains("\"throwaway-measure\":4"), about("measure"));
    }

    @Test
    void aRecipeIsDrawnInItsColors() {
        assertEquals("0", last(about("recipe")), said);
        assertTrue(about("png of recipe").contains("mapped true"), about("png of recipe"));
    }

    @Test
    void animationsAreSavedAndOpenedInEveryFormat() {
        assertEquals("0", last(about("animation")), said);
        assertTrue(about("file of animation").contains("flip book 0:7200 1:7200 2:7200"), about("file of animation"));
        assertTrue(about("file of animation").contains("throwaway-layer"), about("file of animation"));
        assertEquals("0", last(about("figure of animation")), said);
        assertTrue(
                about("help of animation").replaceAll("\\s+", " ").contains("Throw-away flip book (.flipbook)"), said);
    }

    private static String last(String section) {
        return section.strip().substring(section.strip().lastIndexOf('\n') + 1).replace("exit ", "");
    }
}
