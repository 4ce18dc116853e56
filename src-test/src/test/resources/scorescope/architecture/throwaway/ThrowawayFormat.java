package scorescope.plot.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import scorescope.plot.figure.Figure;

final class ThrowawayFormat implements ExportFormat {
    @Override
    public String extension() {
        return "throwaway";
    }

    @Override
    public String title() {
        return "Throw-away format";
    }

    @Override
    public boolean recognises(byte[] start) {
        return new String(start, StandardCharsets.UTF_8).startsWith("throw-away");
    }

    /** What follows the first line. */
    @Override
    public Optional<String> session(byte[] file, String place) {
        var text = new String(file, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return end < 0 ? Optional.empty() : Optional.of(text.substring(end + 1));
    }

    @Override
    public ExportedFigure encode(Figure figure, ExportOptions options) {
        byte[] file = ("throw-away format"
                        + options.session().map(text -> "\n" + text).orElse(""))
                .getBytes(StandardCharsets.UTF_8);
        return new ExportedFigure(file, List.of(), List.of());
    }
}
