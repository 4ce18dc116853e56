package scorescope.plot.field;

import scorescope.core.parameter.Option;
import scorescope.words.Words;

/** How the length of an arrow follows from the magnitude ‖s‖. */
public enum ArrowScaling implements Option {
    /**
     * Long arrows are compressed, so that small and large magnitudes can be read in one picture:
     * length = 0.12 + 0.82·ρ/(ρ + 1), ρ = (‖s‖/typical)^0.7. A typical magnitude fills half of its cell.
     */
    COMPRESSED(
            "compressed",
            Words.constant("figure.arrow-scaling.compressed"),
            Words.constant("figure.arrow-scaling.long-arrows-shortened-near-far")) {
        @Override
        public double length(double magnitude, double typical, double largest) {
            double ratio = Math.pow(magnitude / typical, 0.7);
            return 0.12 + 0.82 * (ratio == Double.POSITIVE_INFINITY ? 1 : ratio / (ratio + 1));
        }
    },
    /** Equal lengths: direction only. */
    NORMALISED(
            "normalised",
            Words.constant("figure.arrow-scaling.normalised"),
            Words.constant("figure.arrow-scaling.directions-alone-all-arrows-alike")) {
        @Override
        public double length(double magnitude, double typical, double largest) {
            return 0.76;
        }
    },
    /** Equal lengths; the strength of the colour shows ‖s‖. */
    COLOUR(
            "colour",
            Words.constant("figure.arrow-scaling.colour"),
            Words.constant("figure.arrow-scaling.strength-colour-tells-norm-s")) {
        @Override
        public double length(double magnitude, double typical, double largest) {
            return 0.76;
        }
    },
    /** Lengths proportional to ‖s‖; the longest fills its cell. */
    BY_LENGTH(
            "length",
            Words.constant("figure.arrow-scaling.length"),
            Words.constant("figure.arrow-scaling.true-lengths-longest-fills-cell")) {
        @Override
        public double length(double magnitude, double typical, double largest) {
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
     * @param typical the magnitude that arrows are measured against, of the same unit
     * @param largest the largest magnitude drawn
     * @return the length in units of the arrows' spacing, in (0, 1)
     */
    public abstract double length(double magnitude, double typical, double largest);
}
