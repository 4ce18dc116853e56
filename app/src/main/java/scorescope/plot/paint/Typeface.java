package scorescope.plot.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import scorescope.core.io.TemporaryFolder;
import scorescope.core.memo.MemoTable;

/** Inter, as shipped with the program, for painters on java.awt and for measuring text without a screen. */
public final class Typeface {
    /** Measures text as it is in files, without a screen. */
    public static final TextMeasure MEASURE = Typeface::width;

    /** Glyphs are measured unhinted, so that a text is as wide at every resolution. */
    public static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private static final float UNIT = 100;
    private static final Map<TextAttribute, Object> KERNED = Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON);
    private static final String REGULAR_FILE = "Inter-Regular";
    private static final String BOLD_FILE = "Inter-SemiBold";
    private static final Font REGULAR = load(REGULAR_FILE);
    private static final Font BOLD = load(BOLD_FILE);

    /** Laying out a text takes some 0.1 ms, and a figure asks for the same few hundred texts several times. */
    private static final MemoTable<Measured, Double> WIDTHS = new MemoTable<>(2_000, Typeface::unitWidth);

    private Typeface() {}

    private static Font load(String file) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes(file)))
                    .deriveFont(KERNED);
        } catch (IOException | FontFormatException e) {
            // Java reads fonts through a temporary file.
            TemporaryFolder.problem().ifPresent(missing -> {
                throw new UncheckedIOException(missing);
            });
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }

    /** The bytes of the TrueType file. */
    public static byte[] file(boolean bold) {
        return bytes(bold ? BOLD_FILE : REGULAR_FILE);
    }

    private static byte[] bytes(String file) {
        try (var in = Typeface.class.getResourceAsStream("/scorescope/fonts/" + file + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("the assets lack the font " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Font of(double size, boolean bold) {
        return (bold ? BOLD : REGULAR).deriveFont((float) size);
    }

    /** The advance width of {@code text} in points. */
    public static double width(String text, double size, boolean bold) {
        return WIDTHS.of(new Measured(text, bold)) * size / UNIT;
    }

    private record Measured(String text, boolean bold) {}

    /** The advance width at size {@link #UNIT}. */
    private static double unitWidth(Measured of) {
        return of(UNIT, of.bold()).getStringBounds(of.text(), EXACT).getWidth();
    }
}
