package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.plot.paint.TextBoxes;
import scorescope.plot.scene.Findings;
import scorescope.session.codec.SessionJson;

/** No text of a figure is cut off or overlaps another, in narrow figures and with long numbers. */
class FigureRoomTest {
    private static final String NEEDLE = "{\"mean\": [0.013, 0.027], \"covariance\": [[1e-8, 0], [0, 1e-8]]}";
    private static final String ROUND = "{\"mean\": [-2, 1], \"covariance\": [[0.5, 0], [0, 0.5]]}";

    private static void roomy(String session) {
        var figure = Pictures.of(SessionJson.read(session, Path.of("")), Findings.NONE);
        assertEquals(List.of(), TextBoxes.faults(figure, figure.height()));
    }

    private static String session(String density, String view, String figure) {
        return "{\"scorescope\": 1, \"noise\": {\"sigma\": 0}, \"density\": {\"components\": [" + density
                + "]}, \"view\": {" + view + "}, \"figure\": {" + figure + "}}";
    }

    /** The maximum of means over pixels depends on the final resolution. */
    @ParameterizedTest
    @CsvSource({"40mm, 1e-4", "85mm, 1e-10", "85mm, 1e-6", "85mm, 3e-5", "183mm, 1e-8", "120mm, 1e-7", "60mm, 1e-9"})
    void numbersOfColourBars(String width, String variance) {
        var needle = NEEDLE.replace("1e-8", variance);
        for (var density : List.of(needle, needle + "," + ROUND)) {
            roomy(session(density, "\"layers\": [\"density\"]", "\"width\": \"" + width + "\""));
            roomy(session(
                    density,
                    "\"layers\": [\"density\"]",
                    "\"width\": \"183mm\", \"share\": [], \"panels\": [{}, {\"noise\": {\"sigma\": 1}}]"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "999999.9999, 1000000, -5, 5",
        "448250, 448260, 541190, 541200",
        "-999999, -999989, -1e-5, 1e-5",
        "0, 1000, 0, 1",
        "0, 1, 0, 1000",
        "-1, -0.999998, 999999, 999999.000002",
        "1e-6, 3e-6, -3e-6, -1e-6",
        "-1e6, 1e6, -1e6, 1e6",
        "123456.5, 123457.25, -123457.25, -123456.5",
        "-0.0003, 0.0001, 99.9997, 100.0001"
    })
    void numbersOfAxes(String x0, String x1, String y0, String y1) {
        for (var width : List.of("40mm", "85mm", "183mm")) {
            roomy(session(
                    ROUND,
                    "\"layers\": [\"density\", \"contours\"], \"x\": [%s, %s], \"y\": [%s, %s]"
                            .formatted(x0, x1, y0, y1),
                    "\"width\": \"" + width + "\""));
        }
    }
}
