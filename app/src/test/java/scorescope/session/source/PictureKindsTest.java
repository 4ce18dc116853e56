package scorescope.session.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

/** One picture is one density, however it was saved: the same shades for every colour model, upright, averaged. */
class PictureKindsTest {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    private static final int GREY = 100;
    private static final int COUNT = 20_000;

    /** Of points in the grey block: darkness below the middle shade, against that of the black one. */
    private static final double SHARE = (0.5 - GREY / 255.0) / (0.5 + 0.5 - GREY / 255.0);

    /** White, with a black block on the left and one of grey 100 on the right, both of whole JPEG squares. */
    private static int shade(int i, int j) {
        boolean inside = j >= 16 && j < 48;
        return inside && i >= 16 && i < 32 ? 0 : inside && i >= 64 && i < 80 ? GREY : 255;
    }

    /** picture-grey-16bit-png, picture-grey-jpeg, math-image-greyscale and their kin. */
    enum Saved {
        RGB_PNG,
        RGBA_PNG,
        TRANSPARENT_PNG,
        RGB_16_PNG,
        GREY_PNG,
        GREY_16_PNG,
        GREY_ALPHA_PNG,
        GREY_ALPHA_16_PNG,
        GREY_TRANSPARENT_PNG,
        PALETTE_PNG,
        PALETTE_4_PNG,
        GREY_JPEG,
        RGB_JPEG,
        CMYK_JPEG,
        ADOBE_CMYK_JPEG,
        ADOBE_YCCK_JPEG,
        GIF,
        GREY_BMP,
        RGB_BMP
    }

    private static byte[] saved(Saved as) throws IOException {
        return switch (as) {
            case RGB_PNG -> written(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)), "png");
            case RGBA_PNG -> written(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR)), "png");
            case TRANSPARENT_PNG ->
                written(inked(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB)), "png");
            case RGB_16_PNG -> written(samples(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT), "png");
            case GREY_PNG -> written(samples(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_BYTE), "png");
            case GREY_16_PNG -> written(samples(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_USHORT), "png");
            case GREY_ALPHA_PNG -> written(samples(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE), "png");
            case GREY_ALPHA_16_PNG -> written(samples(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_USHORT), "png");
            case GREY_TRANSPARENT_PNG -> written(transparentGrey(), "png");
            case PALETTE_PNG -> written(palette(8), "png");
            case PALETTE_4_PNG -> written(palette(4), "png");
            case GREY_JPEG -> written(samples(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_BYTE), "jpg");
            case RGB_JPEG -> written(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)), "jpg");
            case CMYK_JPEG -> inks(shade -> new int[] {0, 0, 0, 255 - shade});
            case ADOBE_CMYK_JPEG -> withSegment(inks(shade -> new int[] {255, 255, 255, shade}), 0xee, adobe(0));
            case ADOBE_YCCK_JPEG -> withSegment(inks(shade -> new int[] {255 - shade, 128, 128, 255}), 0xee, adobe(2));
            case GIF -> written(palette(8), "gif");
            case GREY_BMP -> written(samples(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_BYTE), "bmp");
            case RGB_BMP -> written(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)), "bmp");
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyColourModelIsTheSameDensity(Saved as) throws IOException {
        var points = PictureFile.points(saved(as), COUNT, as.name());
        long right = Arrays.stream(points.x()).filter(x -> x > 0).count();
        assertEquals(SHARE, right / (double) COUNT, 0.006, as.name());
    }

    @Test
    void aRampOfGreyIsAsDarkAsItsNumbers() throws IOException {
        // math-image-greyscale: p = max(0, -x)/16 over [-4, 4] × [-1, 1], so that the mean of x is -8/3.
        var ramp = new BufferedImage(256, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            for (int j = 0; j < 64; j++) {
                ramp.getRaster().setSample(i, j, 0, i);
            }
        }
        for (String format : new String[] {"png", "jpg", "bmp"}) {
            var points = PictureFile.points(written(ramp, format), COUNT, format);
            assertEquals(-8.0 / 3, Arrays.stream(points.x()).average().orElseThrow(), 0.02, format);
        }
    }

    private static BufferedImage filled(BufferedImage image) {
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                image.setRGB(i, j, 0xff000000 | 0x010101 * shade(i, j));
            }
        }
        return image;
    }

    /** Black of several opacities on nothing. */
    private static BufferedImage inked(BufferedImage image) {
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                image.setRGB(i, j, (255 - shade(i, j)) << 24);
            }
        }
        return image;
    }

    private static BufferedImage image(int space, boolean alpha, int type) {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(space),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                type);
        return new BufferedImage(model, model.createCompatibleWritableRaster(WIDTH, HEIGHT), false, null);
    }

    private static BufferedImage samples(int space, boolean alpha, int type) {
        var image = image(space, alpha, type);
        int scale = type == DataBuffer.TYPE_BYTE ? 1 : 257;
        int colors = image.getRaster().getNumBands() - (alpha ? 1 : 0);
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                for (int band = 0; band < colors; band++) {
                    image.getRaster().setSample(i, j, band, scale * shade(i, j));
                }
                if (alpha) {
                    image.getRaster().setSample(i, j, colors, scale * 255);
                }
            }
        }
        return image;
    }

    private static BufferedImage transparentGrey() {
        var image = image(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE);
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                image.getRaster().setSample(i, j, 1, 255 - shade(i, j));
            }
        }
        return image;
    }

    private static BufferedImage palette(int bits) {
        byte[] shades = {0, GREY, (byte) 255};
        var model = new IndexColorModel(bits, 3, shades, shades, shades);
        var image = new BufferedImage(
                WIDTH, HEIGHT, bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY, model);
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                int shade = shade(i, j);
                image.getRaster().setSample(i, j, 0, shade == 0 ? 0 : shade == GREY ? 1 : 2);
            }
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), format);
        return bytes.toByteArray();
    }

    private interface Inks {
        int[] of(int shade);
    }

    /** A JPEG of four components that are stored as they are given. */
    private static byte[] inks(Inks inks) throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, new Point());
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                raster.setPixel(i, j, inks.of(shade(i, j)));
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] adobe(int transform) {
        byte[] data = Arrays.copyOf("Adobe".getBytes(StandardCharsets.ISO_8859_1), 12);
        data[6] = 100;
        data[11] = (byte) transform;
        return data;
    }

    /** A JPEG with one more segment behind its beginning. */
    private static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + data.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A TIFF structure that says how the camera was held, behind another tag. */
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
                .putInt(WIDTH)
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
     * photo-orientation-8 and the other seven. A file 120 × 80 with a dark bar at its upper left corner, 40 along the
     * first row and 16 down: Exif says in which corner of the upright picture the first pixel stands, and which way the
     * first row runs.
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
        byte[] jpeg = written(image, "jpg");
        for (byte[] file : new byte[][] {
            withSegment(jpeg, 0xe1, exif(orientation, ByteOrder.LITTLE_ENDIAN)),
            withSegment(jpeg, 0xe1, exif(orientation, ByteOrder.BIG_ENDIAN)),
            withExifChunk(written(image, "png"), orientation)
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
        byte[] jpeg = saved(Saved.RGB_JPEG);
        var points =
                PictureFile.points(withSegment(jpeg, 0xe1, exif(orientation, ByteOrder.BIG_ENDIAN)), 4000, "photo");
        assertEquals(Arrays.toString(PictureFile.points(jpeg, 4000, "photo").x()), Arrays.toString(points.x()));
        byte[] broken = Arrays.copyOf(exif(6, ByteOrder.BIG_ENDIAN), 20);
        assertEquals(
                4000,
                PictureFile.points(withSegment(jpeg, 0xe1, broken), 4000, "photo")
                        .count());
    }

    @ParameterizedTest
    @ValueSource(ints = {1700, 2003, 4001})
    void thinLinesOfLargePicturesStay(int width) throws IOException {
        int height = width / 4;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        int[] lines = {1, width / 3 + 1, width / 2 + 2, width - 1};
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                image.getRaster().setSample(i, j, 0, 255);
            }
            for (int line : lines) {
                image.getRaster().setSample(line, j, 0, 0);
            }
        }
        var points = PictureFile.points(written(image, "png"), COUNT, "lines");
        double cell = 8.0 / PictureFile.MOST_ALONG;
        for (int line : lines) {
            double x = (line + 0.5) * 8 / width - 4;
            long there = Arrays.stream(points.x())
                    .filter(at -> Math.abs(at - x) < 1.1 * cell)
                    .count();
            // The last cell is covered in part, so that its mean is darker; darkest is what the middle refers to.
            assertTrue(there > 0.1 * COUNT, line + ": " + there);
        }
    }

    @Test
    void theEdgeOfAPictureThatCellsDoNotDivideIsAsWideAsItIs() throws IOException {
        // 401 pixels in cells of two: the last cell holds one column, black here, and so do two further ones.
        var image = new BufferedImage(401, 40, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < 40; j++) {
            for (int i = 0; i < 401; i++) {
                image.setRGB(i, j, i == 400 || i == 200 || i == 201 ? 0 : 0xffffff);
            }
        }
        var points = PictureFile.points(written(image, "png"), COUNT, "edge");
        long last = Arrays.stream(points.x()).filter(x -> x > 3).count();
        assertEquals(1 / 3.0, last / (double) COUNT, 1e-3);
        assertEquals(
                4 - 8 / 401.0,
                Arrays.stream(points.x()).filter(x -> x > 3).min().orElseThrow(),
                1e-4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Saved.class,
            names = {"RGB_JPEG", "GREY_JPEG", "RGB_PNG", "GREY_16_PNG", "CMYK_JPEG", "GIF", "RGB_BMP"})
    void aPictureThatEndsEarlyIsRefused(Saved as) throws IOException {
        byte[] whole = saved(as);
        for (int percent : new int[] {95, 80, 60}) {
            byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
            assertThrows(BadInputException.class, () -> PictureFile.points(cut, 100, "cut"), as + " " + percent);
        }
    }
}
