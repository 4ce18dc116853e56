package scorescope.session.source;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import scorescope.core.BadInputException;
import scorescope.core.density.GreyPicture;
import scorescope.core.io.Csv;

/** A picture (PNG, JPEG, GIF or BMP) whose dark pixels are taken as points. */
final class PictureFile {
    /** Larger pictures are taken in steps of several pixels. */
    private static final int MOST_ALONG = 400;

    private static final int LARGEST = 20_000;
    private static final long SEED = 1;

    /** PNG, JPEG, GIF. */
    private static final List<byte[]> BEGINNINGS = List.of(
            new byte[] {(byte) 0x89, 'P', 'N', 'G'},
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            new byte[] {'G', 'I', 'F', '8'});

    private PictureFile() {}

    /** Whether a file of these bytes is a picture, by its beginning. */
    static boolean isPicture(byte[] bytes) {
        return isBitmap(bytes)
                || BEGINNINGS.stream()
                        .anyMatch(mark -> bytes.length > mark.length
                                && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length));
    }

    /** BMP begins with letters, as a table may; its reserved bytes are zero, as no text is. */
    private static boolean isBitmap(byte[] bytes) {
        return bytes.length > 10
                && bytes[0] == 'B'
                && bytes[1] == 'M'
                && Arrays.equals(bytes, 6, 10, new byte[4], 0, 4);
    }

    /**
     * Points where the picture is dark, always the same for the same bytes.
     *
     * @param count how many
     * @param place what to call the file in messages
     * @throws BadInputException if it is damaged, far too large, or of one shade only
     */
    static Csv.Points points(byte[] bytes, int count, String place) {
        var points = new Csv.Points(new double[count], new double[count]);
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            grey(image(in, place)).draw(SEED, points.x(), points.y());
        } catch (BadInputException blank) {
            throw blank.in(place);
        } catch (IOException | RuntimeException damaged) {
            // Decoders throw all sorts of exceptions on damaged files.
            throw unreadable(place);
        }
        return points;
    }

    private static BadInputException unreadable(String place) {
        return new BadInputException(place, "is not a picture that can be read", "save it as PNG or JPEG");
    }

    private static BufferedImage image(ImageInputStream in, String place) throws IOException {
        var readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw unreadable(place);
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            if (longest > LARGEST) {
                throw new BadInputException(
                        place, "is " + longest + " pixels long", "scale it down to " + LARGEST + " or less");
            }
            var how = reader.getDefaultReadParam();
            int step = Math.ceilDiv(longest, 4 * MOST_ALONG);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    /** Luminance on white paper, averaged over squares of pixels. */
    private static GreyPicture grey(BufferedImage image) {
        int step = Math.ceilDiv(Math.max(image.getWidth(), image.getHeight()), MOST_ALONG);
        int columns = Math.ceilDiv(image.getWidth(), step);
        int rows = Math.ceilDiv(image.getHeight(), step);
        float[] grey = new float[columns * rows];
        int[] counts = new int[grey.length];
        int[] line = new int[image.getWidth()];
        for (int j = 0; j < image.getHeight(); j++) {
            image.getRGB(0, j, line.length, 1, line, 0, line.length);
            for (int i = 0; i < line.length; i++) {
                int cell = j / step * columns + i / step;
                grey[cell] += shade(line[i]);
                counts[cell]++;
            }
        }
        for (int cell = 0; cell < grey.length; cell++) {
            grey[cell] /= counts[cell];
        }
        return new GreyPicture(columns, rows, grey);
    }

    /** ITU-R BT.709's weights of red, green and blue. */
    private static float shade(int argb) {
        float opaque = (argb >>> 24) / 255f;
        float luminance =
                (0.2126f * (argb >> 16 & 0xff) + 0.7152f * (argb >> 8 & 0xff) + 0.0722f * (argb & 0xff)) / 255;
        return 1 - opaque * (1 - luminance);
    }
}
