package scorescope.session.source;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/** Colours by an ICC profile, converted in 16 bits. */
final class ProfileColors implements SampleColors {
    private static final float WHOLE = 65_535;

    private final int bands;
    private final ColorConvertOp conversion;

    private ProfileColors(ICC_Profile profile) {
        bands = profile.getNumComponents();
        conversion = new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
    }

    /** Colours by the bytes of a profile; {@link SampleColors#PLAIN} if it cannot be used, as in viewers. */
    static SampleColors of(byte[] profile) {
        try {
            return of(ICC_Profile.getInstance(profile));
        } catch (IllegalArgumentException damaged) {
            return PLAIN;
        }
    }

    /** Colours by a profile; {@link SampleColors#PLAIN} if it cannot be used. */
    static SampleColors of(ICC_Profile profile) {
        var colors = new ProfileColors(profile);
        try {
            colors.convert(new float[colors.bands], new float[RGB]);
            return colors;
        } catch (CMMException | IllegalArgumentException damaged) {
            return PLAIN;
        }
    }

    /** A profile with another number of bands than the picture is ignored. */
    @Override
    public void toSrgb(float[] samples, int bandsOfPicture, float[] srgb) {
        if (bandsOfPicture == bands) {
            convert(samples, srgb);
        } else {
            PLAIN.toSrgb(samples, bandsOfPicture, srgb);
        }
    }

    private void convert(float[] samples, float[] srgb) {
        int width = srgb.length / RGB;
        var from = new DataBufferUShort(width * bands);
        var to = new DataBufferUShort(width * RGB);
        short[] given = from.getData();
        for (int i = 0; i < given.length; i++) {
            given[i] = (short) (int) (WHOLE * samples[i] + 0.5f);
        }
        conversion.filter(row(from, width, bands), row(to, width, RGB));
        short[] found = to.getData();
        for (int i = 0; i < srgb.length; i++) {
            srgb[i] = Short.toUnsignedInt(found[i]) / WHOLE;
        }
    }

    private static WritableRaster row(DataBufferUShort data, int width, int bands) {
        int[] offsets = IntStream.range(0, bands).toArray();
        return Raster.createInterleavedRaster(data, width, 1, width * bands, bands, offsets, null);
    }
}
