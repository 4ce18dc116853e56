package scorescope.plot.export;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import scorescope.plot.figure.Figure;
import scorescope.words.Words;

/** Figures as SVG, in millimetres, with real text. */
public final class SvgExport implements ExportFormat {
    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public String title() {
        return Words.text("figure.svg-export.svg-vector-graphics");
    }

    @Override
    public ExportedFigure encode(Figure figure, ExportOptions options) {
        var painter = new SvgPainter(options.outlines());
        var rastered = HybridPainter.draw(figure, painter, HybridPainter.MOST_MARKS);
        var text = painter.document(
                figure.width(),
                figure.height(),
                figure.description(),
                figure.alternative().get(),
                options.session());
        return ExportedFigure.of(text.getBytes(StandardCharsets.UTF_8), rastered);
    }

    @Override
    public boolean recognises(byte[] start) {
        return SvgSession.isXml(start);
    }

    @Override
    public Optional<String> session(byte[] bytes, String place) {
        return SvgSession.in(bytes, place);
    }
}
