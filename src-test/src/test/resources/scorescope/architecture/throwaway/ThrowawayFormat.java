package scorescope.plot.export;

import java.nio.charset.StandardCharsets;
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
    public byte[] encode(Figure figure, ExportOptions options) {
        return "throw-away format".getBytes(StandardCharsets.UTF_8);
    }
}
