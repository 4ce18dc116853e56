package scorescope.session.source;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** A row of a picture's pixels as numbers from 0 to 1, and its shades: luma after blending onto white. */
final class PixelRow {
    /** Weights of ITU-R BT.709, applied to encoded sRGB values, not to linear light. */
    private static final float RED = 0.2126f;

    private static final float GREEN = 0.7152f;
    private static final float BLUE = 0.0722f;

    private static final int BYTE = 255;
    private static final int ADOBE_YCCK = 2;

    private final int width;
    private final int bands;
    private final float[] samples;
    private final float[] opacity;
    private final float[] srgb;
    private int[] stored = new int[0];

    PixelRow(int width, int bands) {
        this.width = width;
        this.bands = bands;
        samples = new float[width * bands];
        opacity = new float[width];
        srgb = new float[width * SampleColors.RGB];
        Arrays.fill(opacity, 1);
    }

    /** Takes stored samples, with opacity if there is one. */
    void takeStored(Raster raster, ColorModel model, int row) {
        stored = raster.getPixels(raster.getMinX(), raster.getMinY() + row, width, 1, fitting(raster));
        int step = raster.getNumBands();
        float whole = (1L << model.getComponentSize(0)) - 1;
        for (int i = 0; i < width; i++) {
            float scale = whole;
            if (model.hasAlpha()) {
                opacity[i] = stored[i * step + bands] / (float) ((1L << model.getComponentSize(bands)) - 1);
                scale *= model.isAlphaPremultiplied() && opacity[i] > 0 ? opacity[i] : 1;
            }
            for (int band = 0; band < bands; band++) {
                samples[i * bands + band] = stored[i * step + band] / scale;
            }
        }
    }

    private int[] fitting(Raster raster) {
        int length = width * raster.getNumBands();
        return stored.length == length ? stored : new int[length];
    }

    /** Takes colours of a palette, or of pixels packed into one number. */
    void takeColors(BufferedImage image, int row) {
        stored = image.getRGB(0, row, width, 1, stored.length == width ? stored : new int[width], 0, width);
        for (int i = 0; i < width; i++) {
            opacity[i] = (stored[i] >>> 24) / (float) BYTE;
            for (int band = 0; band < bands; band++) {
                samples[i * bands + band] = ((stored[i] >> (16 - 8 * band)) & BYTE) / (float) BYTE;
            }
        }
    }

    /**
     * Takes CMYK samples. Adobe's programs store 1 − amount of ink; YCCK is that as luma and chroma.
     *
     * @param adobe the transform that Adobe's marker names; below 0 if there is no marker
     */
    void takeChannels(Raster raster, int row, int adobe) {
        stored = raster.getPixels(raster.getMinX(), raster.getMinY() + row, width, 1, fitting(raster));
        for (int at = 0; at < stored.length; at += SampleColors.CMYK) {
            if (adobe == ADOBE_YCCK) {
                fromLuma(at);
            }
            for (int channel = at; channel < at + SampleColors.CMYK; channel++) {
                samples[channel] = (adobe >= 0 ? BYTE - stored[channel] : stored[channel]) / (float) BYTE;
            }
        }
    }

    private void fromLuma(int at) {
        int luma = stored[at];
        int blue = stored[at + 1] - 128;
        int red = stored[at + 2] - 128;
        stored[at] = BYTE - clamped(luma + 1.402f * red);
        stored[at + 1] = BYTE - clamped(luma - 0.344136f * blue - 0.714136f * red);
        stored[at + 2] = BYTE - clamped(luma + 1.772f * blue);
    }

    private static int clamped(float value) {
        return Math.clamp(Math.round(value), 0, BYTE);
    }

    /** @param shades 0 black to 1 white; overwritten */
    void shades(SampleColors colors, float[] shades) {
        colors.toSrgb(samples, bands, srgb);
        for (int i = 0; i < width; i++) {
            int at = i * SampleColors.RGB;
            float luma = RED * srgb[at] + GREEN * srgb[at + 1] + BLUE * srgb[at + 2];
            shades[i] = 1 - opacity[i] * (1 - luma);
        }
    }
}
