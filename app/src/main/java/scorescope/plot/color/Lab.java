package scorescope.plot.color;

import scorescope.plot.paint.Color;

/**
 * A colour in CIELAB under daylight D65.
 *
 * @param l lightness, 0 to 100
 * @param a from green to red
 * @param b from blue to yellow
 */
record Lab(double l, double a, double b) {
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double POW_25_7 = Math.pow(25, 7);

    /** The colour without its opacity. */
    static Lab of(Color color) {
        double red = LinearLight.of(color.argb() >> 16 & 0xff);
        double green = LinearLight.of(color.argb() >> 8 & 0xff);
        double blue = LinearLight.of(color.argb() & 0xff);
        double x = cube((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = cube(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = cube((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double cube(double t) {
        double edge = 6.0 / 29;
        return t > edge * edge * edge ? Math.cbrt(t) : t / (3 * edge * edge) + 4.0 / 29;
    }

    /**
     * CIEDE2000 with all weights 1: about 1 is the smallest visible difference; colours closer than 10 are easily
     * confused.
     *
     * @see <a href="https://doi.org/10.1002/col.20070">Sharma, Wu, Dalal 2005, equations 2 to 22</a>
     */
    double difference(Lab other) {
        double meanChroma = (Math.hypot(a, b) + Math.hypot(other.a, other.b)) / 2;
        double stretch = 1 + 0.5 * (1 - Math.sqrt(pow7(meanChroma) / (pow7(meanChroma) + POW_25_7)));
        double c1 = Math.hypot(stretch * a, b);
        double c2 = Math.hypot(stretch * other.a, other.b);
        double h1 = hue(stretch * a, b);
        double h2 = hue(stretch * other.a, other.b);
        boolean grey = c1 * c2 == 0;
        double turn = grey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        double deltaL = other.l - l;
        double deltaC = c2 - c1;
        double deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
        double meanL = (l + other.l) / 2;
        double meanC = (c1 + c2) / 2;
        double sum = h1 + h2;
        double meanH = grey ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
        double t = 1
                - 0.17 * cosine(meanH - 30)
                + 0.24 * cosine(2 * meanH)
                + 0.32 * cosine(3 * meanH + 6)
                - 0.20 * cosine(4 * meanH - 63);
        double fromMiddle = (meanL - 50) * (meanL - 50);
        double weightL = 1 + 0.015 * fromMiddle / Math.sqrt(20 + fromMiddle);
        double weightC = 1 + 0.045 * meanC;
        double weightH = 1 + 0.015 * meanC * t;
        double blue = (meanH - 275) / 25;
        double rotation = -Math.sin(Math.toRadians(60 * Math.exp(-blue * blue)))
                * 2
                * Math.sqrt(pow7(meanC) / (pow7(meanC) + POW_25_7));
        double inL = deltaL / weightL;
        double inC = deltaC / weightC;
        double inH = deltaH / weightH;
        return Math.sqrt(inL * inL + inC * inC + inH * inH + rotation * inC * inH);
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double pow7(double value) {
        return Math.pow(value, 7);
    }
}
