package scorescope.plot.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Length;

/** Figures as PNG at any number of pixels an inch, which the file states. */
public final class PngExport implements ExportFormat {
    private static final long MOST_PIXELS = 200_000_000;

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public String title() {
        return "PNG image";
    }

    /** @throws BadInputException if the picture would have more than 200 million pixels */
    @Override
    public byte[] encode(Figure figure, ExportOptions options) {
        double scale = options.dpi() / Length.POINTS_PER_INCH;
        int columns = (int) Math.max(1, Math.round(figure.width() * scale));
        int rows = (int) Math.max(1, Math.round(figure.height() * scale));
        if ((long) columns * rows > MOST_PIXELS) {
            throw new BadInputException(
                    "dpi", columns + " × " + rows + " pixels are too many", "lower the dpi or the width");
        }
        var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.scale(columns / figure.width(), rows / figure.height());
        figure.draw(new GraphicsPainter(graphics));
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return PngFile.of(pixels, columns, rows, options.dpi(), options.session());
    }

    @Override
    public boolean recognises(byte[] start) {
        int length = PngFile.SIGNATURE.length;
        return start.length >= length && Arrays.equals(start, 0, length, PngFile.SIGNATURE, 0, length);
    }

    @Override
    public Optional<String> session(byte[] bytes, String place) {
        var in = ByteBuffer.wrap(bytes);
        in.position(8);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            byte[] type = new byte[4];
            in.get(type);
            if (length < 0 || length > in.remaining() - 4) {
                throw new BadInputException(place, "the PNG is cut off", "export the figure again");
            }
            byte[] data = new byte[length];
            in.get(data);
            in.getInt();
            if (Arrays.equals(type, "iTXt".getBytes(StandardCharsets.ISO_8859_1))) {
                var text = text(data);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    /** The text of an uncompressed iTXt chunk under our keyword. */
    private static Optional<String> text(byte[] data) {
        byte[] keyword = (PngFile.KEYWORD + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
        if (data.length < keyword.length + 3 || !Arrays.equals(data, 0, keyword.length, keyword, 0, keyword.length)) {
            return Optional.empty();
        }
        int at = keyword.length + 1;
        for (int zeros = 0; zeros < 2; at++) {
            if (at >= data.length) {
                return Optional.empty();
            }
            zeros += data[at] == 0 ? 1 : 0;
        }
        return Optional.of(new String(data, at, data.length - at, StandardCharsets.UTF_8));
    }
}
