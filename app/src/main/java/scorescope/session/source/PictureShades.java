package scorescope.session.source;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import scorescope.core.BadInputException;

/**
 * Shades of a picture's pixels: luma of their sRGB values (weights of ITU-R BT.709 on the stored, not linear, values) on
 * white paper. All colour models go through here, so that one picture has one set of shades however it was saved. A grey
 * sample without a profile is an sRGB value, as every viewer takes it; Java's own conversion takes it as linear light. A
 * profile in the file is obeyed.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#13Decoder-colour-space">PNG specification, third edition, 13.13</a>
 */
final class PictureShades {
    /** Pixels decoded at a time. */
    private static final int STRIP = 16_000_000;

    private static final int CMYK = 4;
    private static final float RED = 0.2126f;
    private static final float GREEN = 0.7152f;
    private static final float BLUE = 0.0722f;

    private final ImageReader reader;
    private final PictureMetadata metadata;
    private final String place;
    private final int width;
    private final int height;
    private boolean cutOff;

    /** Receives rows from the top. */
    @FunctionalInterface
    interface Rows {
        /** @param shades 0 black to 1 white; overwritten by the next row */
        void add(int row, float[] shades);
    }

    /** @param place what to call the file in messages */
    PictureShades(ImageReader reader, PictureMetadata metadata, String place) throws IOException {
        this.reader = reader;
        this.metadata = metadata;
        this.place = place;
        width = reader.getWidth(0);
        height = reader.getHeight(0);
        // A file that ends early is filled up with grey, and only a warning says so.
        reader.addIIOReadWarningListener(
                (_, warning) -> cutOff |= warning.toLowerCase(Locale.ROOT).contains("premature"));
    }

    /** @throws BadInputException if the file ends before the picture does */
    void forEachRow(Rows rows) throws IOException {
        int most = Math.max(1, STRIP / width);
        float[] shades = new float[width];
        for (int top = 0; top < height; top += most) {
            var strip = new Rectangle(0, top, width, Math.min(most, height - top));
            if (metadata.components() == CMYK) {
                cmyk(strip, shades, rows);
            } else {
                colors(strip, shades, rows);
            }
        }
        if (cutOff) {
            throw PictureFile.cutOff(place);
        }
    }

    private void colors(Rectangle strip, float[] shades, Rows rows) throws IOException {
        var how = reader.getDefaultReadParam();
        how.setSourceRegion(strip);
        var image = reader.read(0, how);
        if (image.getWidth() != strip.width || image.getHeight() != strip.height) {
            throw new IOException("a strip of another size");
        }
        var model = image.getColorModel();
        if (isPlainGrey(model)) {
            for (int j = 0; j < strip.height; j++) {
                greys(image.getRaster(), model, j, shades);
                rows.add(strip.y + j, shades);
            }
            return;
        }
        var colored = model.getColorSpace().isCS_sRGB() ? image : converted(image);
        int[] line = new int[width];
        for (int j = 0; j < strip.height; j++) {
            colored.getRGB(0, j, width, 1, line, 0, width);
            for (int i = 0; i < width; i++) {
                float luma = luma(line[i] >> 16 & 0xff, line[i] >> 8 & 0xff, line[i] & 0xff) / 255;
                shades[i] = onPaper(luma, (line[i] >>> 24) / 255f);
            }
            rows.add(strip.y + j, shades);
        }
    }

    private static boolean isPlainGrey(ColorModel model) {
        return model instanceof ComponentColorModel
                && model.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
    }

    /** Samples as they are stored, with alpha if there is one. */
    private static void greys(Raster raster, ColorModel model, int row, float[] shades) {
        float whole = (1L << model.getComponentSize(0)) - 1;
        int bands = raster.getNumBands();
        int[] samples = raster.getPixels(raster.getMinX(), raster.getMinY() + row, shades.length, 1, (int[]) null);
        for (int i = 0; i < shades.length; i++) {
            float grey = samples[i * bands] / whole;
            if (model.hasAlpha()) {
                float alpha = samples[i * bands + 1] / (float) ((1L << model.getComponentSize(1)) - 1);
                boolean scaled = model.isAlphaPremultiplied() && alpha > 0;
                shades[i] = onPaper(scaled ? grey / alpha : grey, alpha);
            } else {
                shades[i] = grey;
            }
        }
    }

    private static BufferedImage converted(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        return new ColorConvertOp(null).filter(image, new BufferedImage(image.getWidth(), image.getHeight(), type));
    }

    /** Cyan, magenta, yellow and black of a JPEG, which Java decodes but does not convert. */
    private void cmyk(Rectangle strip, float[] shades, Rows rows) throws IOException {
        var how = reader.getDefaultReadParam();
        how.setSourceRegion(strip);
        var raster = reader.readRaster(0, how);
        int[] samples = new int[CMYK * width];
        for (int j = 0; j < strip.height; j++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + j, width, 1, samples);
            for (int i = 0; i < width; i++) {
                shades[i] = ofCmyk(samples, CMYK * i);
            }
            rows.add(strip.y + j, shades);
        }
    }

    /** Adobe's programs store the remaining light, not the amount of ink; YCCK is that as luma and chroma. */
    private float ofCmyk(int[] samples, int at) {
        float c = samples[at];
        float m = samples[at + 1];
        float y = samples[at + 2];
        float k = samples[at + 3];
        if (metadata.adobe() == 2) {
            float blue = m - 128;
            float red = y - 128;
            float luma = c;
            c = 255 - clamped(luma + 1.402f * red);
            m = 255 - clamped(luma - 0.344136f * blue - 0.714136f * red);
            y = 255 - clamped(luma + 1.772f * blue);
        }
        boolean left = metadata.adobe() >= 0;
        float paper = left ? k : 255 - k;
        return luma(left ? c : 255 - c, left ? m : 255 - m, left ? y : 255 - y) / 255 * (paper / 255);
    }

    private static float clamped(float value) {
        return Math.clamp(value, 0, 255);
    }

    private static float luma(float red, float green, float blue) {
        return RED * red + GREEN * green + BLUE * blue;
    }

    private static float onPaper(float luma, float opaque) {
        return 1 - opaque * (1 - luma);
    }
}
