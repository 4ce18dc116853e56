package scorescope.plot.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

class LengthTest {
    @ParameterizedTest
    @CsvSource({"85mm, 240.9449", "8.5cm, 240.9449", "3.25in, 234", "240pt, 240", " 240 pt, 240"})
    void unitsOfPrintAreUnderstood(String text, double points) {
        assertEquals(points, Length.points(text, "figure.width"), 1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"85", "mm", "-85mm", "85px", "0mm", "1e3mm", "NaNmm", "9999in", "", "85mm;"})
    void badWidthsAreRefused(String text) {
        var e = assertThrows(BadInputException.class, () -> Length.points(text, "figure.width"));
        assertEquals("figure.width", e.place());
    }
}
