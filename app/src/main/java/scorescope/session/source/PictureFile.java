package scorescope.session.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import scorescope.core.BadInputException;
import scorescope.core.density.GreyPicture;
import scorescope.core.io.Csv;
import scorescope.words.Words;

/** A picture (PNG, JPEG, GIF or BMP) whose dark pixels are taken as points. */
final class PictureFile {
    /** Most cells along the longer side; larger pictures are averaged over squares of pixels. */
    static final int MOST_ALONG = 400;

    private static final int LARGEST = 20_000;
    private static final long SEED = 1;

    /** Number of bytes at a file's end that contain its end marker. */
    private static final int END = 32;

    /** First bytes of PNG, JPEG and GIF files. */
    private static final List<byte[]> BEGINNINGS = List.of(
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            new byte[] {'G', 'I', 'F', '8'});

    private PictureFile() {}

    /** Whether the first bytes are those of a picture. */
    static boolean isPicture(byte[] bytes) {
        return isBitmap(bytes)
                || BEGINNINGS.stream()
                        .anyMatch(mark -> bytes.length > mark.length
                                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length));
    }

    /** BMP begins with letters, as a table may; its reserved bytes are zero, which no text contains. */
    private static boolean isBitmap(byte[] bytes) {
        return bytes.length > 10
                && bytes[0] == 'B'
                && bytes[1] == 'M'
                && Arrays.equals(bytes, 6, 10, new byte[4], 0, 4);
    }

    /**
     * Points where the picture is dark; a function of the bytes alone.
     *
     * @param count number of points
     * @param place what to call the file in messages
     * @throws BadInputException if it is damaged, far too large, or of one shade only
     */
    static Csv.Points points(byte[] bytes, int count, String place) {
        var points = new Csv.Points(new double[count], new double[count]);
        try {
            grey(bytes, place).draw(SEED, points.x(), points.y());
        } catch (BadInputException blank) {
            throw blank.place().equals(place) ? blank : blank.in(place);
        }
        return points;
    }

    /** The picture upright, in at most {@link #MOST_ALONG} cells along its longer side. */
    static GreyPicture grey(byte[] bytes, String place) {
        // A stream over memory needs no temporary file.
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw unreadable(place);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                int longest = Math.max(width, height);
                if (longest > LARGEST) {
                    throw new BadInputException(
                            place,
                            Words.text("session.picture.too-long", longest),
                            Words.text("session.picture.scale-down", LARGEST));
                }
                var metadata = PictureMetadata.of(bytes);
                var cells = new CellAverages(width, height, metadata, MOST_ALONG);
                new PictureShades(reader, metadata, place).forEachRow(cells::add);
                return cells.picture();
            } finally {
                reader.dispose();
            }
        } catch (BadInputException said) {
            throw said;
        } catch (IOException | RuntimeException damaged) {
            // Decoders throw various exceptions on damaged files.
            throw endsEarly(bytes) ? cutOff(place) : unreadable(place);
        }
    }

    /** Whether the end marker of the file's format is missing. */
    private static boolean endsEarly(byte[] bytes) {
        String end = new String(bytes, Math.max(0, bytes.length - END), Math.min(END, bytes.length), ISO_8859_1);
        return switch (bytes[0] & 0xff) {
            case 0x89 -> !end.contains("IEND");
            case 0xff -> !end.contains("\u00ff\u00d9");
            case 'G' -> !end.endsWith(";");
            default -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(2) > bytes.length;
        };
    }

    static BadInputException cutOff(String place) {
        return new BadInputException(
                place, Words.text("session.picture.cut-off"), Words.text("session.picture.copy-again"));
    }

    private static BadInputException unreadable(String place) {
        return new BadInputException(
                place, Words.text("session.picture.unreadable"), Words.text("session.picture.save-as"));
    }
}
