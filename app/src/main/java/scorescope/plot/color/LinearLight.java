package scorescope.plot.color;

/**
 * Between the levels of sRGB, 0 to 255, and amounts of light, 0 to 1.
 *
 * @see <a href="https://www.w3.org/Graphics/Color/sRGB">sRGB</a>
 */
final class LinearLight {
    private static final double[] OF_LEVEL = new double[256];

    /** Levels of amounts of light in steps of 1/16383, less than a fifth of a level each. */
    private static final byte[] OF_LIGHT = new byte[1 << 14];

    static {
        for (int level = 0; level < OF_LEVEL.length; level++) {
            double share = level / 255.0;
            OF_LEVEL[level] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }
    }

    static {
        for (int i = 0; i < OF_LIGHT.length; i++) {
            double light = (double) i / (OF_LIGHT.length - 1);
            double share = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            OF_LIGHT[i] = (byte) Math.round(255 * share);
        }
    }

    private LinearLight() {}

    static double of(int level) {
        return OF_LEVEL[level];
    }

    /** The nearest level; light out of range is cut off. */
    static int level(double light) {
        return OF_LIGHT[(int) Math.round(Math.clamp(light, 0, 1) * (OF_LIGHT.length - 1))] & 0xff;
    }
}
