package scorescope.plot.export;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Source;

class GoldenFigureTest {
    @ParameterizedTest
    @ValueSource(strings = {"quiet", "viridis"})
    void figureLooksAsItDid(String map) throws IOException {
        var figure = Examples.figure(map, "120mm", Source.ANALYTIC, Source.LEARNED);
        GoldenPicture.assertLooksAsItDid(
                map,
                new PngExport()
                        .encode(figure, new ExportOptions(110, Optional.empty()))
                        .file());
    }
}
