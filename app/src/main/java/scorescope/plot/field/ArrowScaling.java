package scorescope.plot.field;

import java.util.Arrays;
import java.util.List;

/** How the length of an arrow follows from the magnitude ‖s‖. */
public enum ArrowScaling {
    /**
     * Long ones shortened, so that near and far can be read together: with ρ = ‖s‖·extent/10, which has no unit,
     * length = 0.12 + 0.82·ρ^0.7/(ρ^0.7 + 1.2). The same magnitude has the same length in every panel and at every
     * noise level.
     */
    COMPRESSED("compressed") {
        @Override
        public double length(double magnitude, double extent, double largest) {
            double root = Math.pow(magnitude * extent / 10, 0.7);
            return 0.12 + 0.82 * (root == Double.POSITIVE_INFINITY ? 1 : root / (root + 1.2));
        }
    },
    /** All alike: direction only. */
    NORMALISED("normalised") {
        @Override
        public double length(double magnitude, double extent, double largest) {
            return 0.76;
        }
    },
    /** All alike, ‖s‖ told by how strong their colour is. */
    COLOUR("colour") {
        @Override
        public double length(double magnitude, double extent, double largest) {
            return 0.76;
        }
    },
    /** In proportion to ‖s‖; the longest fills its cell. */
    BY_LENGTH("length") {
        @Override
        public double length(double magnitude, double extent, double largest) {
            return 0.94 * magnitude / largest;
        }
    };

    private final String id;

    ArrowScaling(String id) {
        this.id = id;
    }

    /** Its name in session files. */
    public String id() {
        return id;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(ArrowScaling::id).toList();
    }

    public static ArrowScaling of(String id) {
        return Arrays.stream(values())
                .filter(scaling -> scaling.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param magnitude ‖s‖ &gt; 0, in 1/data units
     * @param extent the longer side of what is seen, in data units
     * @param largest the largest magnitude drawn
     * @return the length in units of the arrows' spacing, in (0, 1)
     */
    public abstract double length(double magnitude, double extent, double largest);
}
