package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.method.SamplerCatalog;
import tools.jackson.databind.json.JsonMapper;

/** Files of samples state their noise level, and {@code measure} reports a difference from that of the density. */
class StatedLevelsTest {
    private static final List<String> SMALL = List.of("--particles", "40", "-o");

    @TempDir
    Path folder;

    static Stream<String> samplers() {
        return SamplerCatalog.CATALOG.ids().stream();
    }

    private Path session(String process, String noise, String sampler) throws IOException {
        return Files.writeString(
                folder.resolve("s.json"),
                "{\"scorescope\": 1, \"process\": {\"kind\": \"%s\"}, \"noise\": {%s}, \"sampler\": {\"kind\": \"%s\"}}"
                        .formatted(process, noise, sampler));
    }

    private Path samples(Path session) {
        Path file = folder.resolve("samples.npz");
        Spoken.by(Stream.concat(Stream.of("sample", session.toString()), Stream.concat(SMALL.stream(), Stream.of(file)))
                        .toArray())
                .done();
        return file;
    }

    private static boolean moves(String sampler) {
        return !SamplerCatalog.CATALOG.create(Choice.of(sampler), "sampler").staysAtOneLevel();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void samplesOfAnotherLevelAreSaidToBe(String sampler) throws IOException {
        var session = session(sampler.equals("ddpm") ? "ddpm" : "variance-exploding", "\"sigma\": 0.5", sampler);
        var said = Spoken.by("measure", samples(session), session).done();
        assertEquals(moves(sampler), said.err().contains("note: two noise levels"), said.err());
        assertTrue(said.out().contains("sigma 0.5"), said.out());
    }

    @Test
    void theRemedyLeavesOneLevel() throws IOException {
        var session = session("edm", "\"sigma\": 0.5", "edm");
        var file = samples(session);
        var said = Spoken.by("measure", file, session).done();
        var remedy = Pattern.compile("add (--set) (\\S+) to have").matcher(said.err());
        assertTrue(remedy.find(), said.err());
        var again = Spoken.by("measure", file, session, remedy.group(1), remedy.group(2), "--json")
                .done();
        assertFalse(again.err().contains("two noise levels"), again.err());
        assertEquals(
                Npz.read(file).doubles("sigma")[0],
                JsonMapper.shared()
                        .readTree(again.out())
                        .get("densityLevel")
                        .get("sigma")
                        .doubleValue());
    }

    @Test
    void theRemedyUnderAProcessThatShrinksLeavesOneLevel() throws IOException {
        var session = session("variance-preserving", "\"sigma\": 0.5", "ddim");
        var said = Spoken.by("measure", samples(session), session).done();
        assertTrue(said.err().contains("noise.t set in the session"), said.err());
        var timed = session("variance-preserving", "\"t\": 0.2", "ddim");
        assertEquals(
                "", Spoken.by("measure", samples(timed), timed).done().err().replaceAll("note: \\w+ is .*\n", ""));
    }

    @Test
    void twoSamplesOfTwoLevelsAreSaidToBe() throws IOException {
        var first = Files.copy(samples(session("edm", "\"t\": 0.5", "edm")), folder.resolve("first.npz"));
        var second = samples(session("edm", "\"t\": 2", "edm"));
        assertTrue(Spoken.by("measure", first, second).done().err().contains("two noise levels"));
        assertEquals("", Spoken.by("measure", first, first).done().err());
    }

    /** Arrays of these names that are not a level are ignored. */
    @Test
    void otherArraysOfTheseNamesStateNothing() throws IOException {
        var points = NpyArray.points(new double[] {0, 1, 2}, new double[] {0, 1, 1});
        for (NpyArray sigma :
                List.of(NpyArray.of(-1.0), NpyArray.of(1.0, 2.0), NpyArray.of("one"), NpyArray.of(0.0 / 0))) {
            Path file = folder.resolve("own.npz");
            var arrays = new LinkedHashMap<String, NpyArray>();
            arrays.put("samples", points);
            arrays.put("alpha", NpyArray.of(1.0));
            arrays.put("sigma", sigma);
            new Npz(arrays).write(file);
            var said = Spoken.by("measure", file, session("edm", "\"sigma\": 0.5", "langevin"))
                    .done();
            assertFalse(said.err().contains("two noise levels"), said.err());
        }
    }
}
