package scorescope.session.source;

/** Meaning of a picture's samples as colours: sRGB values, unless the file states another. */
@FunctionalInterface
interface SampleColors {
    int GREY = 1;
    int RGB = 3;
    int CMYK = 4;

    /**
     * Colours of a file that states nothing. Grey samples are sRGB values, as in viewers; Java's conversion takes them as linear
     * light. CMYK: red = (1 − cyan)(1 − black), and so on.
     */
    SampleColors PLAIN = SampleColors::plain;

    /**
     * Colours of a row of pixels.
     *
     * @param samples {@code bands} numbers from 0 to 1 of each pixel; not modified
     * @param bands 1 for grey, 3 for red, green and blue, 4 for amounts of cyan, magenta, yellow and black ink
     * @param srgb red, green and blue of each pixel as sRGB stores them, 0 to 1; overwritten
     */
    void toSrgb(float[] samples, int bands, float[] srgb);

    private static void plain(float[] samples, int bands, float[] srgb) {
        for (int i = 0; i < srgb.length; i++) {
            int pixel = i / RGB;
            srgb[i] = switch (bands) {
                case GREY -> samples[pixel];
                case CMYK -> (1 - samples[CMYK * pixel + i % RGB]) * (1 - samples[CMYK * pixel + RGB]);
                default -> samples[i];
            };
        }
    }
}
