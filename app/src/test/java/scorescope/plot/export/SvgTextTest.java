package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.TextLine;

class SvgTextTest {
    /** librsvg drops blanks at the ends of the elements of a line unless they are preserved explicitly. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"at_,σ|true", "at,_σ|true", "at,_,σ|true", "at,σ|false", "a b,σ|false", "_|true", "a|false"})
    void blanksBetweenPiecesAreKept(String pieces, boolean preserved) {
        var line = new TextLine(Arrays.stream(pieces.replace('_', ' ').split(",", -1))
                .map(text -> new TextLine.Piece(text, 8, false, 0, 0, Optional.empty()))
                .toList());
        var out = new StringBuilder();
        new SvgText().append(out, line, 0, 0, Align.LEFT, new Color(0xff000000));
        assertEquals(preserved, out.toString().contains("xml:space=\"preserve\""), out.toString());
    }
}
