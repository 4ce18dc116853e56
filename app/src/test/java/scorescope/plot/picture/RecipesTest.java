package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.parameter.Choice;
import scorescope.plot.export.Contents;
import scorescope.plot.export.GoldenPicture;
import scorescope.plot.export.NamedSession;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.RecipeCatalog;

/** Every recipe opens by name, equals its reference picture, and is restored from its export. */
class RecipesTest {
    /** Low, so that the reference pictures are small. */
    private static final double DPI = 72;

    @TempDir
    private Path folder;

    static List<String> ids() {
        return RecipeCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void opensDrawsAndRoundTrips(String id) throws IOException {
        var session = named(id);
        var png = folder.resolve(id + ".png");
        var unusedLayers = Exports.write(session, Optional.empty(), png, DPI, Contents.SESSION_AND_DATA);
        var picture = RecipeCatalog.CATALOG.create(Choice.of(id), id).picture();
        GoldenPicture.assertLooksAs(picture, "recipe-" + id, Files.readAllBytes(png));
        assertEquals(SessionJson.toText(session, folder), SessionJson.toText(named(png.toString()), folder));
    }

    @Test
    void theCatalogHasEveryFileOfItsFolder() throws IOException {
        var assets = Path.of("../assets/src/main/resources/scorescope/recipes");
        try (var files = Files.list(assets)) {
            assertEquals(
                    ids().stream().sorted().toList(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".png"))
                            .map(name -> name.replace(".scorescope.json", ""))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void theClassicSixPanelsAreWhatTheyAreCalled() {
        var panels = named("six-panels").figure().panels();
        assertEquals(6, panels.size());
        for (var steps : List.of(10, 50, 500)) {
            assertTrue(panels.stream()
                    .anyMatch(panel ->
                            panel.title().equals(Optional.of("Langevin after " + steps + " steps from $N(0, 9)$"))
                                    && panel.patch()
                                            .changes()
                                            .get("sampler")
                                            .toString()
                                            .matches("\\{step=" + steps + "(?:\\.0)?}")));
        }
        var start = named("six-panels").sampler().start().choice().parameters().given();
        assertEquals(3.0, ((Number) start.get("std")).doubleValue(), "N(0, 9) has the standard deviation 3");
    }

    private static Session named(String name) {
        return NamedSession.read(name, List.of(), InputStream.nullInputStream());
    }
}
