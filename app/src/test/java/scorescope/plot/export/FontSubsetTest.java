package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Area;
import java.io.ByteArrayInputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.paint.Typeface;

class FontSubsetTest {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** The last characters are composite glyphs: a letter and an accent. */
    private static final String TEXT = "Analytic score ∇ log pσ(x̃) θ−01234.8% Åéñ";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void glyphsKeepShapeAndWidth(boolean bold) throws Exception {
        var whole = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(Typeface.file(bold)))
                .deriveFont(100f);
        byte[] small =
                FontSubset.of(Typeface.file(bold), TEXT.codePoints().boxed().collect(Collectors.toSet()));
        var subset = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(small))
                .deriveFont(100f);
        for (int character : TEXT.codePoints().distinct().toArray()) {
            assertEquals(whole.canDisplay(character), subset.canDisplay(character), Character.getName(character));
            var text = Character.toString(character);
            var expected = whole.createGlyphVector(EXACT, text);
            var found = subset.createGlyphVector(EXACT, text);
            assertEquals(
                    expected.getGlyphMetrics(0).getAdvance(),
                    found.getGlyphMetrics(0).getAdvance(),
                    1e-3,
                    Character.getName(character));
            assertTrue(
                    new Area(expected.getOutline()).equals(new Area(found.getOutline())), Character.getName(character));
        }
        assertFalse(subset.canDisplay('Q'), "only what was asked for");
        assertTrue(small.length < 9000, small.length + " bytes");
    }
}
