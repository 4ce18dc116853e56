package scorescope.session.source;

/** What the samples of a picture mean as colours: sRGB values, unless the file says otherwise. */
@FunctionalInterface
interface SampleColors {
    int GREY = 1;
    int RGB = 3;
    int CMYK = 4;

    /**
     * Samples of a file that says nothing. Grey ones are sRGB values, as every viewer takes them; Java's own conversion
     * takes them as linear light. Cyan, magenta and yellow each take their part of the light that black leaves.
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
