package scorescope.session.source;

import java.nio.ByteBuffer;

/**
 * Colours of a PNG picture that states its gamma, and possibly its primaries: light = sample^(1/gamma), converted from these
 * primaries to those of sRGB with white unchanged, then encoded by sRGB's curve.
 *
 * @param gamma value of the chunk gAMA, 1 for linear light
 * @param matrix from linear red, green and blue of the file to those of sRGB, by rows
 * @see <a href="https://www.w3.org/TR/png-3/#13Decoder-gamma-handling">PNG specification, third edition, 13.13</a>
 */
record GammaColors(double gamma, double[][] matrix) implements SampleColors {
    /** The gamma (times 100,000) of files of sRGB values, for decoders that do not know the chunk sRGB. */
    private static final int OF_SRGB = 45_455;

    private static final double UNIT = 100_000;
    private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    /** Chromaticities x, y of white, red, green and blue of sRGB. */
    private static final double[] SRGB = {0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06};

    /** Cone responses of the Bradford transform. */
    private static final double[][] CONES = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };

    /**
     * @param gamma data of the chunk gAMA
     * @param primaries data of the chunk cHRM; empty if there is none
     */
    static SampleColors of(ByteBuffer gamma, ByteBuffer primaries) {
        if (gamma.remaining() < Integer.BYTES || gamma.getInt(0) <= 0) {
            return PLAIN;
        }
        double[][] matrix = IDENTITY;
        if (primaries.remaining() >= SRGB.length * Integer.BYTES) {
            double[] file = new double[SRGB.length];
            for (int i = 0; i < file.length; i++) {
                file[i] = primaries.getInt(i * Integer.BYTES) / UNIT;
            }
            matrix = between(file);
        }
        boolean plain = gamma.getInt(0) == OF_SRGB && isIdentity(matrix);
        return plain ? PLAIN : new GammaColors(gamma.getInt(0) / UNIT, matrix);
    }

    @Override
    public void toSrgb(float[] samples, int bands, float[] srgb) {
        PLAIN.toSrgb(samples, bands, srgb);
        double[] light = new double[RGB];
        for (int at = 0; at < srgb.length; at += RGB) {
            for (int band = 0; band < RGB; band++) {
                light[band] = Math.pow(srgb[at + band], 1 / gamma);
            }
            for (int band = 0; band < RGB; band++) {
                srgb[at + band] = (float) encoded(times(matrix[band], light));
            }
        }
    }

    private static double encoded(double linear) {
        double light = Math.clamp(linear, 0, 1);
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    /** Matrix from primaries of a file to those of sRGB; the identity if they are degenerate. */
    private static double[][] between(double[] file) {
        double[][] adapted = times(inverse(CONES), times(diagonal(cones(SRGB), cones(file)), CONES));
        double[][] all = times(inverse(toXyz(SRGB)), times(adapted, toXyz(file)));
        for (double[] row : all) {
            for (double value : row) {
                if (!Double.isFinite(value)) {
                    return IDENTITY;
                }
            }
        }
        return all;
    }

    private static boolean isIdentity(double[][] matrix) {
        for (int i = 0; i < RGB; i++) {
            for (int j = 0; j < RGB; j++) {
                if (Math.abs(matrix[i][j] - IDENTITY[i][j]) > 1e-3) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double[] cones(double[] primaries) {
        double[] white = xyz(primaries, 0);
        return new double[] {times(CONES[0], white), times(CONES[1], white), times(CONES[2], white)};
    }

    /** Columns are the three primaries, scaled so that their sum is white of luminance 1. */
    private static double[][] toXyz(double[] primaries) {
        double[][] columns = new double[RGB][RGB];
        for (int band = 0; band < RGB; band++) {
            double[] primary = xyz(primaries, band + 1);
            for (int row = 0; row < RGB; row++) {
                columns[row][band] = primary[row];
            }
        }
        double[][] inverse = inverse(columns);
        double[] white = xyz(primaries, 0);
        for (double[] row : columns) {
            for (int band = 0; band < RGB; band++) {
                row[band] *= times(inverse[band], white);
            }
        }
        return columns;
    }

    /** The colour of luminance 1 whose chromaticity is at index {@code place}. */
    private static double[] xyz(double[] primaries, int place) {
        double x = primaries[2 * place];
        double y = primaries[2 * place + 1];
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[][] diagonal(double[] over, double[] under) {
        return new double[][] {{over[0] / under[0], 0, 0}, {0, over[1] / under[1], 0}, {0, 0, over[2] / under[2]}};
    }

    private static double times(double[] row, double[] column) {
        return row[0] * column[0] + row[1] * column[1] + row[2] * column[2];
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[RGB][RGB];
        for (int i = 0; i < RGB; i++) {
            for (int j = 0; j < RGB; j++) {
                product[i][j] = times(a[i], new double[] {b[0][j], b[1][j], b[2][j]});
            }
        }
        return product;
    }

    /** The inverse by cofactors; not finite for a singular matrix. */
    private static double[][] inverse(double[][] m) {
        double[][] cofactors = new double[RGB][RGB];
        for (int i = 0; i < RGB; i++) {
            for (int j = 0; j < RGB; j++) {
                int a = (i + 1) % RGB;
                int b = (i + 2) % RGB;
                int c = (j + 1) % RGB;
                int d = (j + 2) % RGB;
                cofactors[j][i] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
            }
        }
        double determinant = m[0][0] * cofactors[0][0] + m[0][1] * cofactors[1][0] + m[0][2] * cofactors[2][0];
        for (double[] row : cofactors) {
            for (int j = 0; j < RGB; j++) {
                row[j] /= determinant;
            }
        }
        return cofactors;
    }
}
