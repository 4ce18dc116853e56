package scorescope.plot.export;

import java.awt.Font;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import scorescope.plot.paint.Typeface;

/**
 * Text of a PDF page in the glyphs of Inter that it uses, embedded as a TrueType subset with a map to Unicode. Each
 * glyph stands where {@link Typeface} measures it, kerning and accents included, so that a line is as wide as laid out.
 */
final class PdfText {
    /** Units per font size. */
    private static final double UNIT = 1000;

    private final PDDocument document;
    private final PDPageContentStream page;
    private PDFont regular;
    private PDFont bold;

    PdfText(PDDocument document, PDPageContentStream page) {
        this.document = document;
        this.page = page;
    }

    /**
     * @param x of the left end, in points
     * @param y of the baseline, in points upwards from the page's lower edge
     */
    void show(String text, double x, double y, double size, boolean bold) throws IOException {
        var font = font(bold);
        var run = new Run(text, font, bold);
        page.beginText();
        page.setFont(font, (float) size);
        page.setTextMatrix(Matrix.getTranslateInstance((float) hundredths(x), (float) hundredths(y)));
        double rise = 0;
        var pieces = new ArrayList<Object>();
        double pen = 0; // position of the next glyph, in thousandths of the size
        for (int i = 0; i < run.characters.size(); i++) {
            if (run.rise[i] != rise) {
                flush(pieces);
                rise = run.rise[i];
                page.setTextRise((float) hundredths(rise * size / UNIT));
            }
            double correction = Math.rint(run.at[i] - pen);
            if (correction != 0) {
                pieces.add((float) -correction);
                pen += correction;
            }
            pieces.add(run.characters.get(i));
            pen += run.advance[i];
        }
        flush(pieces);
        if (rise != 0) {
            page.setTextRise(0);
        }
        page.endText();
    }

    private void flush(List<Object> pieces) throws IOException {
        if (pieces.isEmpty()) {
            return;
        }
        var joined = new ArrayList<Object>();
        var word = new StringBuilder();
        for (var piece : pieces) {
            if (piece instanceof String character) {
                word.append(character);
            } else {
                if (!word.isEmpty()) {
                    joined.add(word.toString());
                    word.setLength(0);
                }
                joined.add(piece);
            }
        }
        if (!word.isEmpty()) {
            joined.add(word.toString());
        }
        page.showTextWithPositioning(joined.toArray());
        pieces.clear();
    }

    private PDFont font(boolean heavy) throws IOException {
        if (heavy) {
            bold = bold == null ? load(true) : bold;
            return bold;
        }
        regular = regular == null ? load(false) : regular;
        return regular;
    }

    /**
     * Loads a face without glyph substitutions: every character is placed separately, and PDFBox takes 10 ms to try
     * substitutions on a word.
     */
    private PDFont load(boolean heavy) throws IOException {
        var face = new TTFParser().parse(new RandomAccessReadBuffer(Typeface.file(heavy)));
        face.setEnableGsub(false);
        return PDType0Font.load(document, face, true);
    }

    private static double hundredths(double points) {
        return Math.round(points * 100) / 100.0;
    }

    /**
     * The characters of a text that the font contains, each with its position, rise and advance in thousandths of the
     * size.
     */
    private static final class Run {
        private final List<String> characters = new ArrayList<>();
        private final double[] at;
        private final double[] rise;
        private final double[] advance;

        Run(String text, PDFont font, boolean bold) throws IOException {
            int[] points = text.codePoints().toArray();
            at = new double[points.length];
            rise = new double[points.length];
            advance = new double[points.length];
            var glyphs = Typeface.of(UNIT, bold)
                    .layoutGlyphVector(Typeface.EXACT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
            // If several characters form one glyph, they are placed by their own widths.
            boolean placed = glyphs.getNumGlyphs() == points.length && points.length == text.length();
            double pen = 0;
            int missing = 0;
            for (int i = 0; i < points.length; i++) {
                var character = Character.toString(points[i]);
                if (!has(font, character)) {
                    missing++;
                    continue;
                }
                int k = i - missing;
                characters.add(character);
                advance[k] = font.getStringWidth(character);
                if (placed) {
                    var point = glyphs.getGlyphPosition(i);
                    at[k] = point.getX();
                    rise[k] = -Math.rint(point.getY());
                } else {
                    at[k] = pen;
                }
                pen += advance[k];
            }
        }

        private static boolean has(PDFont font, String character) throws IOException {
            try {
                return font.encode(character).length > 0;
            } catch (IllegalArgumentException missing) {
                return false;
            }
        }
    }
}
