package scorescope.core.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reference values: the folder of the system property {@code scorescope.reference}, else the test resources. */
public final class ReferenceFolder {
    private ReferenceFolder() {}

    /** The cases of a file such as {@code densities.json}; at least one. */
    public static JsonNode cases(String file) {
        String folder = System.getProperty("scorescope.reference", "");
        try (var stream = folder.isEmpty()
                ? ReferenceFolder.class.getResourceAsStream("/reference/" + file)
                : Files.newInputStream(given(folder).resolve(file))) {
            var cases = new ObjectMapper().readTree(stream).get("cases");
            assertFalse(cases.isEmpty(), "no cases in " + file);
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A relative folder is resolved against the folder of the build, above that of the module. */
    private static Path given(String folder) {
        var here = Path.of(folder);
        return Files.isDirectory(here) ? here : Path.of("..").resolve(here);
    }

    /** The process of a case with its parameters; it must be in the catalog. */
    public static NoiseProcess process(JsonNode named) {
        var values = new LinkedHashMap<String, Object>();
        named.properties().forEach(entry -> {
            if (!entry.getKey().equals("kind")) {
                values.put(entry.getKey(), entry.getValue().asDouble());
            }
        });
        return ProcessCatalog.CATALOG.create(
                new Choice(named.get("kind").asString(), new Parameters(values)), "process");
    }
}
