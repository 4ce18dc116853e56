package scorescope.session.source;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import scorescope.core.BadInputException;

/** Shades of a picture's pixels row by row: colours by {@link SampleColors}, blended onto white. */
final class PictureShades {
    /** Pixels decoded at a time. */
    private static final int STRIP = 16_000_000;

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
        // A file that ends early is filled with grey, for which the reader only issues a warning.
        reader.addIIOReadWarningListener(
                (_, warning) -> cutOff |= warning.toLowerCase(Locale.ROOT).contains("premature"));
    }

    /** @throws BadInputException if the file ends before the picture does */
    void forEachRow(Rows rows) throws IOException {
        int most = Math.max(1, STRIP / width);
        float[] shades = new float[width];
        for (int top = 0; top < height; top += most) {
            var strip = new Rectangle(0, top, width, Math.min(most, height - top));
            if (metadata.components() == SampleColors.CMYK) {
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
        var colors = colors(model);
        boolean stored = model instanceof ComponentColorModel;
        int bands = stored ? model.getNumColorComponents() : SampleColors.RGB;
        var row = new PixelRow(width, bands);
        for (int j = 0; j < strip.height; j++) {
            if (stored) {
                row.takeStored(image.getRaster(), model, j);
            } else {
                row.takeColors(image, j);
            }
            row.shades(colors, shades);
            rows.add(strip.y + j, shades);
        }
    }

    /** Colours by the file's header; if it states none, by the decoder's colour model. */
    private SampleColors colors(ColorModel model) {
        boolean grey = model.getColorSpace() == ColorSpace.getInstance(ColorSpace.CS_GRAY);
        boolean decoded = metadata.colors() == SampleColors.PLAIN
                && !grey
                && !model.getColorSpace().isCS_sRGB();
        return decoded && model.getColorSpace() instanceof ICC_ColorSpace icc
                ? ProfileColors.of(icc.getProfile())
                : metadata.colors();
    }

    /** Cyan, magenta, yellow and black of a JPEG, which Java decodes but does not convert. */
    private void cmyk(Rectangle strip, float[] shades, Rows rows) throws IOException {
        var how = reader.getDefaultReadParam();
        how.setSourceRegion(strip);
        var raster = reader.readRaster(0, how);
        var row = new PixelRow(width, SampleColors.CMYK);
        for (int j = 0; j < strip.height; j++) {
            row.takeChannels(raster, j, metadata.adobe());
            row.shades(metadata.colors(), shades);
            rows.add(strip.y + j, shades);
        }
    }
}
