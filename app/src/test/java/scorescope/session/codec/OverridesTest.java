package scorescope.session.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import tools.jackson.databind.node.ObjectNode;

class OverridesTest {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String COMPONENTS =
            "{\"scorescope\": 1, \"noise\": {\"t\": 0.25}, \"density\": {\"components\": [{\"mean\": [1, 2]}]},"
                    + " \"sampler\": {\"kind\": \"langevin\", \"stepSize\": 0.02, \"steps\": 40}}";

    @Test
    void setsValuesByTheirPath() {
        assertEquals(new NoiseSpec.Sigma(0.3), read("noise.sigma=0.3").noise());
        assertEquals(
                new DensitySpec.Preset("two-moons"),
                read("density.preset=two-moons").density());
        assertEquals(
                new DensitySpec.Components(List.of(new Component(3, 1, 7, 1, 0, 1))),
                read("density.components[0].weight=3", "density.components[0].mean[1]=7")
                        .density());
        assertEquals(List.of(8, 8), read("training.hidden=[8, 8]").training().hidden());
        assertEquals(
                100L, read("training.steps=100").training().scalars().given().get("steps"));
    }

    @Test
    void aSettingIsAPatchOfTheFile() {
        assertEquals(Patch.of("noise.sigma", 0.3), patch("noise.sigma", "0.3"));
        assertEquals(Patch.of("view.study", Patch.REMOVED), patch("view.study", "null"));
        assertEquals(
                Patch.of("density.components", List.of(Map.of("mean", List.of(1, 2), "weight", 3))),
                patch("density.components[0].weight", "3"));
        assertEquals(
                Patch.of("density.components", List.of(Map.of("mean", List.of(1, 9)))),
                patch("density.components[0].mean[1]", "9"));
        assertEquals(
                Patch.of("view.settings.quiver.across", 8),
                patch("view.settings.quiver.across", "8"),
                "nothing is there");
    }

    @Test
    void nullTakesAKeyBackToItsDefault() {
        assertEquals(SessionDefaults.opening().noise(), read("noise=null").noise());
        assertEquals(
                List.of(1, 1),
                read("training.hidden=[1, 1]", "training.steps=null").training().hidden());
    }

    private static Patch patch(String path, String value) {
        return Overrides.patch((ObjectNode) Json.parse(COMPONENTS), path, Json.parse(value));
    }

    @Test
    void anotherKindKeepsOnlyWhatItKnows() {
        var method = read("sampler.kind=probability-flow").sampler().method();
        assertEquals("probability-flow", method.kind());
        assertEquals(40L, method.parameters().given().get("steps"));
        assertTrue(!method.parameters().given().containsKey("stepSize"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noise.sgma=1 | --set: noise.sgma: unknown key | \"sigma\"",
                "noise.sigma=abc | --set: noise.sigma: is the text \"abc\" | not a number",
                "noise.sigma= | --set: noise.sigma | not a number",
                "noise.sigma | --set: \"noise.sigma\" is not KEY=VALUE | noise.sigma=0.3",
                "=3 | --set: \"=3\" is not KEY=VALUE | write one",
                "a..b=3 | --set: \"a..b=3\" is not KEY=VALUE | write one",
                "density.components[4].weight=1 | --set density.components[4].weight | from 0 to 0",
                "density.points[0]=1 | --set density.points[0] | has 0 entries; set the whole list",
                "sampler.kind={} | --set: sampler.kind: is an object | not text",
                "noise.t.x=1 | --set noise.t.x | single value",
                "noise=0.3 | --set: noise: is the number 0.3 | not an object",
                "scorescope=2 | --set: scorescope | version 1"
            })
    void complainsAboutTheOptionNotTheFile(String setting, String place, String says) {
        var complaint =
                assertThrows(BadInputException.class, () -> read(setting)).getMessage();
        assertTrue(complaint.startsWith(place), complaint);
        assertTrue(complaint.contains(says), complaint);
    }

    private static Session read(String... settings) {
        return SessionJson.read(COMPONENTS, HERE, "file.json", List.of(settings));
    }
}
