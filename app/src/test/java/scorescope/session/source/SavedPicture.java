package scorescope.session.source;

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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** One picture in every colour model and format: white, with a black block on the left and one of grey 100 on the right. */
enum SavedPicture {
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
    RGB_BMP;

    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;
    static final int GREY = 100;

    /** Both blocks consist of whole JPEG blocks. */
    private static int shade(int i, int j) {
        boolean inside = j >= 16 && j < 48;
        return inside && i >= 16 && i < 32 ? 0 : inside && i >= 64 && i < 80 ? GREY : 255;
    }

    byte[] bytes() throws IOException {
        return switch (this) {
            case RGB_PNG -> written(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)), "png");
            case RGBA_PNG -> written(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR)), "png");
            case TRANSPARENT_PNG ->
                written(opaque(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB)), "png");
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
            case CMYK_JPEG -> fourComponents(shade -> new int[] {0, 0, 0, 255 - shade});
            case ADOBE_CMYK_JPEG ->
                withSegment(fourComponents(shade -> new int[] {255, 255, 255, shade}), 0xee, adobe(0));
            case ADOBE_YCCK_JPEG ->
                withSegment(fourComponents(shade -> new int[] {255 - shade, 128, 128, 255}), 0xee, adobe(2));
            case GIF -> written(palette(8), "gif");
            case GREY_BMP -> written(samples(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_BYTE), "bmp");
            case RGB_BMP -> written(filled(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB)), "bmp");
        };
    }

    private static BufferedImage filled(BufferedImage image) {
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                image.setRGB(i, j, 0xff000000 | 0x010101 * shade(i, j));
            }
        }
        return image;
    }

    /** Black of several opacities on a transparent background. */
    private static BufferedImage opaque(BufferedImage image) {
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

    static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), format);
        return bytes.toByteArray();
    }

    /** The four components of a pixel. */
    private interface Pixel {
        int[] of(int shade);
    }

    /** A JPEG of four components without conversion of colours. */
    private static byte[] fourComponents(Pixel pixel) throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, new Point());
        for (int j = 0; j < HEIGHT; j++) {
            for (int i = 0; i < WIDTH; i++) {
                raster.setPixel(i, j, pixel.of(shade(i, j)));
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

    /** A JPEG with one more segment after its start marker. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        return ByteBuffer.allocate(jpeg.length + data.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (data.length + 2))
                .put(data)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
