package scorescope.session.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo is turned upright by its Exif orientation. */
class PhotoOrientationTest {
    /** A TIFF structure with the orientation after another tag. */
    private static byte[] tiff(int orientation, ByteOrder order) {
        return ByteBuffer.allocate(38)
                .order(order)
                .put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0100)
                .putShort((short) 4)
                .putInt(1)
                .putInt(96)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] exif(int orientation, ByteOrder order) {
        byte[] tiff = tiff(orientation, order);
        return ByteBuffer.allocate(6 + tiff.length)
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(tiff)
                .array();
    }

    private static byte[] withExifChunk(byte[] png, int orientation) {
        byte[] tiff = tiff(orientation, ByteOrder.BIG_ENDIAN);
        byte[] body = ByteBuffer.allocate(4 + tiff.length)
                .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                .put(tiff)
                .array();
        var crc = new CRC32();
        crc.update(body);
        int behindHeader = 8 + 25;
        return ByteBuffer.allocate(png.length + body.length + 8)
                .put(png, 0, behindHeader)
                .putInt(tiff.length)
                .put(body)
                .putInt((int) crc.getValue())
                .put(png, behindHeader, png.length - behindHeader)
                .array();
    }

    static IntStream orientations() {
        return IntStream.rangeClosed(1, 8);
    }

    /**
     * photo-orientation-8 and the other seven. A file 120 × 80 with a dark bar at its upper left corner, 40 along the first row
     * and 16 down. The Exif orientation states the corner of the first pixel and the direction of the first row.
     */
    @ParameterizedTest
    @MethodSource("orientations")
    void photosStandUpright(int orientation) throws IOException {
        var image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < 80; j++) {
            for (int i = 0; i < 120; i++) {
                image.setRGB(i, j, i < 40 && j < 16 ? 0 : 0xffffff);
            }
        }
        boolean left = orientation == 1 || orientation == 4 || orientation == 5 || orientation == 8;
        boolean top = orientation == 1 || orientation == 2 || orientation == 5 || orientation == 6;
        double halfWidth = orientation <= 4 ? 4 : 4 * 80.0 / 120;
        double halfHeight = orientation <= 4 ? 4 * 80.0 / 120 : 4;
        double along = 40 * 8 / 120.0;
        double down = 16 * 8 / 120.0;
        double barWidth = orientation <= 4 ? along : down;
        double barHeight = orientation <= 4 ? down : along;
        double x0 = left ? -halfWidth : halfWidth - barWidth;
        double y1 = top ? halfHeight : -halfHeight + barHeight;
        byte[] jpeg = SavedPicture.written(image, "jpg");
        for (byte[] file : new byte[][] {
            SavedPicture.withSegment(jpeg, 0xe1, exif(orientation, ByteOrder.LITTLE_ENDIAN)),
            SavedPicture.withSegment(jpeg, 0xe1, exif(orientation, ByteOrder.BIG_ENDIAN)),
            withExifChunk(SavedPicture.written(image, "png"), orientation)
        }) {
            var points = PictureFile.points(file, 4000, "photo");
            assertEquals(x0, Arrays.stream(points.x()).min().orElseThrow(), 0.01);
            assertEquals(x0 + barWidth, Arrays.stream(points.x()).max().orElseThrow(), 0.01);
            assertEquals(y1 - barHeight, Arrays.stream(points.y()).min().orElseThrow(), 0.01);
            assertEquals(y1, Arrays.stream(points.y()).max().orElseThrow(), 0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void anOrientationThatThereIsNotIsPassedOver(int orientation) throws IOException {
        byte[] jpeg = SavedPicture.RGB_JPEG.bytes();
        var points = PictureFile.points(
                SavedPicture.withSegment(jpeg, 0xe1, exif(orientation, ByteOrder.BIG_ENDIAN)), 4000, "photo");
        assertEquals(Arrays.toString(PictureFile.points(jpeg, 4000, "photo").x()), Arrays.toString(points.x()));
        byte[] broken = Arrays.copyOf(exif(6, ByteOrder.BIG_ENDIAN), 20);
        assertEquals(
                4000,
                PictureFile.points(SavedPicture.withSegment(jpeg, 0xe1, broken), 4000, "photo")
                        .count());
    }
}
