package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.study.StudyCatalog;

/**
 * Pictures of every layer and study with each real parameter at both ends of its range and beyond: a figure without a number that
 * is not finite, or one line and no file.
 */
@Tag("exhaustive")
class DrawnRangesTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> layers() {
        return LayerCatalog.CATALOG.kinds().stream()
                .map(kind -> drawn(kind, "\"layers\": [\"%1$s\"], \"settings\": {\"%1$s\": {%2$s}}"));
    }

    @TestFactory
    Stream<DynamicTest> studies() {
        return StudyCatalog.CATALOG.kinds().stream()
                .map(kind -> drawn(kind, "\"study\": \"%1$s\", \"studies\": {\"%1$s\": {%2$s}}"));
    }

    private DynamicTest drawn(Kind<?> kind, String view) {
        return DynamicTest.dynamicTest(kind.id(), () -> {
            var wrong = new ArrayList<String>();
            for (var parameter : kind.parameters()) {
                if (parameter instanceof Parameter.Real real) {
                    for (double value : new double[] {
                        real.min(), real.max(), Math.nextDown(real.min()), Math.nextUp(real.max()), 1e308, 1e-308
                    }) {
                        String member = "\"" + real.key() + "\": " + value;
                        draw(view.formatted(kind.id(), member), wrong);
                    }
                }
            }
            assertEquals(List.of(), wrong);
        });
    }

    private void draw(String view, List<String> wrong) throws IOException {
        var session = Files.writeString(
                folder.resolve("s.scorescope.json"),
                "{\"scorescope\": 1, \"sampler\": {\"particles\": 20, \"steps\": 20}, \"view\": {" + view + "}}");
        var output = folder.resolve("o.svg");
        var said = Spoken.by("figure", session, "-o", output);
        boolean there = Files.exists(output);
        boolean finite = !there || !Files.readString(output).matches("(?s).*[ \",](NaN|-?Infinity|∞)[ \",].*");
        boolean right = said.code() == 0
                ? there && finite
                : !there
                        && said.err().lines().count() == 1
                        && !said.err().contains("program failed")
                        && said.err().contains(": ");
        if (!right) {
            wrong.add(view + " -> " + said.code() + (finite ? "" : " not finite") + " " + said.err());
        }
        Files.deleteIfExists(output);
    }
}
