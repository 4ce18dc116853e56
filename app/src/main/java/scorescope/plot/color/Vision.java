package scorescope.plot.color;

/**
 * Kinds of colour vision: normal, without one kind of cone, and print without colours.
 *
 * @see <a href="https://doi.org/10.1109/TVCG.2009.113">Machado, Oliveira, Fernandes 2009, matrices of severity 1</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // the matrices are private and never written
public enum Vision {
    ALL_COLORS("all", 1, 0, 0, 0, 1, 0, 0, 0, 1),
    DEUTAN("deutan", 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    PROTAN("protan", 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    TRITAN("tritan", 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
    GREY("grey", 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    private final String id;
    /** Of linear RGB, row by row. */
    private final double[] matrix;

    Vision(String id, double... matrix) {
        this.id = id;
        this.matrix = matrix;
    }

    /** Its name in message bundles, as in {@code ui.composer.vision.deutan}. */
    public String id() {
        return id;
    }

    /** The colour that looks to normal vision as {@code argb} looks to this one; the opacity is unchanged. */
    public int seen(int argb) {
        if (this == ALL_COLORS) {
            return argb;
        }
        double red = LinearLight.of(argb >> 16 & 0xff);
        double green = LinearLight.of(argb >> 8 & 0xff);
        double blue = LinearLight.of(argb & 0xff);
        int seen = argb & 0xff000000;
        for (int row = 0; row < 3; row++) {
            double light = matrix[3 * row] * red + matrix[3 * row + 1] * green + matrix[3 * row + 2] * blue;
            seen |= LinearLight.level(light) << (16 - 8 * row);
        }
        return seen;
    }
}
