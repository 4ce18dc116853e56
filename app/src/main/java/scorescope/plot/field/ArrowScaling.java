package scorescope.plot.field;

import scorescope.core.parameter.Option;
import scorescope.words.Words;

/** How the length of an arrow follows from the magnitude ‖s‖. */
public enum ArrowScaling implements Option {
    /**
     * Long ones shortened, so that near and far can be read together: with ρ = ‖s‖·extent/10, which has no unit,
     * length = 0.12 + 0.82·ρ^0.7/(ρ^0.7 + 1.2). The same magnitude has the same length in every panel and at every
     * noise level.
     */
    COMPRESSED(
            "compressed",
            Words.constant("figure.arrow-scaling.compressed"),
            Words.constant("figure.arrow-scaling.long-arrows-shortened-near-far")) {
        @Override
        public double length(double magnitude, double extent, double largest) {
            double root = Math.pow(magnitude * extent / 10, 0.7);
            return 0.12 + 0.82 * (root == Double.POSITIVE_INFINITY ? 1 : root / (root + 1.2));
        }
    },
    /** All alike: direction only. */
    NORMALISED(
            "normalised",
            Words.constant("figure.arrow-scaling.normalised"),
            Words.constant("figure.arrow-scaling.directions-alone-all-arrows-alike")) {
        @Override
        public double length(double magnitude, double extent, double largest) {
            return 0.76;
        }
    },
    /** All alike, ‖s‖ told by how strong their colour is. */
    COLOUR(
            "colour",
            Words.constant("figure.arrow-scaling.colour"),
            Words.constant("figure.arrow-scaling.strength-colour-tells-norm-s")) {
        @Override
        public double length(double magnitude, double extent, double largest) {
            return 0.76;
        }
    },
    /** In proportion to ‖s‖; the longest fills its cell. */
    BY_LENGTH(
            "length",
            Words.constant("figure.arrow-scaling.length"),
            Words.constant("figure.arrow-scaling.true-lengths-longest-fills-cell")) {
        @Override
        public double length(double magnitude, double extent, double largest) {
            return 0.94 * magnitude / largest;
        }
    };

    private final Entry entry;

    ArrowScaling(String id, String title, String help) {
        entry = Option.of(id, title, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /**
     * @param magnitude ‖s‖ &gt; 0, in 1/data units
     * @param extent the longer side of what is seen, in data units
     * @param largest the largest magnitude drawn
     * @return the length in units of the arrows' spacing, in (0, 1)
     */
    public abstract double length(double magnitude, double extent, double largest);
}
