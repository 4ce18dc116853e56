package scorescope.plot.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import scorescope.core.BadInputException;
import scorescope.core.io.InputText;
import scorescope.plot.figure.Figure;
import scorescope.words.Words;

/**
 * Figures as TeX in the basic layer of PGF. The file compiles by itself, and also as input of a document, which needs
 * to load only the package {@code pgf}. The session is in comments.
 */
public final class PgfExport implements ExportFormat {
    /**
     * Largest number of marks of a layer in a panel that are written as vectors: with more, TeX is slow and finally
     * runs out of memory.
     */
    private static final int MOST_MARKS = 10_000;

    private static final String FIRST = "% Scorescope figure";
    private static final String SESSION = "% session ";
    private static final int LINE = 96;

    /**
     * Head of the file. It tests whether the file is the document itself: LaTeX gives \documentclass another meaning
     * after a document has used it.
     */
    private static final String HEAD = """
            % \\input{this file} where the package pgf is loaded, or compile it as it is.
            \\begingroup\\makeatletter\\expandafter\\endgroup\\ifx\\documentclass\\@twoclasseserror
              \\let\\scorescopeend\\relax
            \\else
              \\documentclass{article}
              \\usepackage{pgf}
              \\ifdefined\\pdfpagewidth\\else\\let\\pdfpagewidth\\pagewidth\\let\\pdfpageheight\\pageheight\\fi
              \\pdfpagewidth=WIDTHbp \\pdfpageheight=HEIGHTbp
              \\paperwidth=\\pdfpagewidth \\paperheight=\\pdfpageheight
              \\hoffset=-1in \\voffset=-1in \\oddsidemargin=0pt \\topmargin=0pt \\headheight=0pt \\headsep=0pt
              \\textwidth=\\pdfpagewidth \\textheight=\\pdfpageheight \\topskip=0pt \\parindent=0pt \\footskip=0pt
              \\pagestyle{empty}
              \\def\\scorescopeend{\\end{document}}
              \\begin{document}
            \\fi
            \\begingroup\\makeatletter
            \\def\\S@m#1,#2;{\\pgfpathmoveto{\\pgfqpoint{#1bp}{#2bp}}}%
            \\def\\S@l#1,#2;{\\pgfpathlineto{\\pgfqpoint{#1bp}{#2bp}}}%
            \\def\\S@c{\\pgfpathclose}%
            \\def\\S@t#1{\\fontsize{#1}{#1}\\selectfont}%
            % Images stand beside this file, wherever it is read from.
            \\def\\S@f{}%
            \\ifdefined\\CurrentFilePath\\ifx\\CurrentFilePath\\@empty\\else\\edef\\S@f{\\CurrentFilePath/}\\fi\\fi
            """;

    private static final String BEGIN = """
            \\begin{pgfpicture}%
            \\pgfpathrectangle{\\pgfpointorigin}{\\pgfqpoint{WIDTHbp}{HEIGHTbp}}\\pgfusepath{use as bounding box}%
            \\pgfsetroundcap\\pgfsetroundjoin
            """;

    private static final String END = """
            \\end{pgfpicture}%
            \\endgroup
            \\scorescopeend
            """;

    @Override
    public String extension() {
        return "tex";
    }

    @Override
    public String title() {
        return Words.text("figure.pgf-export.pgf-latex");
    }

    @Override
    public OptionalInt mostMarks() {
        return OptionalInt.of(MOST_MARKS);
    }

    /** Accepts any TeX, which begins with a comment or a command: editors write lines of their own above the figure's. */
    @Override
    public boolean recognises(byte[] start) {
        String text = text(start).stripLeading();
        boolean comment = text.startsWith("%") && !text.startsWith("%PDF-") && !text.startsWith("%!PS");
        return comment || text.startsWith("\\");
    }

    @Override
    public Optional<String> session(byte[] file, String place) {
        var coded = new StringBuilder();
        text(file)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(SESSION))
                .forEach(line -> coded.append(line.substring(SESSION.length()).strip()));
        if (coded.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getDecoder().decode(coded.toString()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException damaged) {
            throw new BadInputException(
                    place,
                    Words.text("figure.pgf-export.session-damaged"),
                    Words.text("figure.pgf-export.export-figure-again"));
        }
    }

    /** Decodes the beginning of a file in any encoding; its last character may be cut off. */
    private static String text(byte[] file) {
        return InputText.decode(file).orElseGet(() -> new String(file, StandardCharsets.UTF_8));
    }

    @Override
    public ExportedFigure encode(Figure figure, ExportOptions options) {
        var painter = new PgfPainter(figure.height());
        var rastered = HybridPainter.draw(figure, painter, MOST_MARKS);
        painter.unclip();
        var text = new StringBuilder(FIRST).append('\n');
        (figure.description() + "\n" + figure.alternative().get())
                .lines()
                .forEach(line -> text.append("% ").append(line).append('\n'));
        options.session().ifPresent(json -> {
            var coded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < coded.length(); i += LINE) {
                text.append(SESSION)
                        .append(coded, i, Math.min(coded.length(), i + LINE))
                        .append('\n');
            }
        });
        text.append(sized(HEAD, figure)).append(painter.colors()).append(sized(BEGIN, figure));
        text.append(painter.body()).append(END);
        return new ExportedFigure(text.toString().getBytes(StandardCharsets.UTF_8), painter.images(), rastered);
    }

    private static String sized(String text, Figure figure) {
        return text.replace("WIDTH", precise(figure.width())).replace("HEIGHT", precise(figure.height()));
    }

    private static String precise(double points) {
        return java.math.BigDecimal.valueOf(points)
                .setScale(4, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
