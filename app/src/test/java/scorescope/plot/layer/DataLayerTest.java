package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Findings;
import scorescope.session.codec.SessionJson;

class DataLayerTest {
    private static RecordingPainter drawn(String density, String noise, String view) {
        var session = SessionJson.read(
                "{\"scorescope\": 1, \"density\": " + density + ", \"noise\": " + noise + ", \"view\": " + view + "}",
                Path.of(""));
        var painter = new RecordingPainter();
        Pictures.of(session, Findings.NONE).draw(painter);
        return painter;
    }

    private static final String POINTS = "{\"points\": [[-1, 2], [0.5, 0], [3, 1]]}";

    /** Points have no density at σ = 0 and are drawn nevertheless, once each, whatever layers are chosen. */
    @Test
    void ownPointsAreSeenWithoutNoise() {
        var painter = drawn(POINTS, "{\"sigma\": 0}", "{\"layers\": [\"density\", \"contours\", \"quiver\"]}");
        var discs = painter.of("discs").stream()
                .filter(call -> call.x().length == 3)
                .toList();
        assertEquals(1, discs.size());
        var x = discs.getFirst().x();
        assertEquals(2.5 / 1.5, (x[2] - x[1]) / (x[1] - x[0]), 1e-9);
        assertTrue(painter.texts.stream().anyMatch(text -> text.contains("3 clean points")), painter.texts.toString());
        assertTrue(painter.texts.stream().anyMatch(text -> text.contains("Data")), painter.texts.toString());
    }

    /** Each line connects a clean point with its noisy point. */
    @Test
    void joinedPointsBelongTogether() {
        var painter = drawn(
                "{\"preset\": \"three-gaussians\"}",
                "{\"sigma\": 0.5}",
                "{\"layers\": [\"data\"], \"settings\": {\"data\": {\"shown\": \"joined\", \"points\": 50}}}");
        var lines = painter.of("segments").stream()
                .filter(call -> call.x().length == 100)
                .toList();
        var discs = painter.of("discs").stream()
                .filter(call -> call.x().length == 50)
                .toList();
        assertEquals(1, lines.size());
        assertEquals(3, discs.size());
        for (int i = 0; i < 50; i++) {
            assertEquals(lines.getFirst().x()[2 * i], discs.getLast().x()[i]);
            assertEquals(lines.getFirst().y()[2 * i + 1], discs.getFirst().y()[i]);
        }
        assertTrue(Arrays.stream(discs.getFirst().x()).distinct().count() > 40);
        assertEquals(List.of(), painter.of("image"));
    }
}
