package scorescope.plot.paint;

/** The values a layer's scale runs over; panels that are compared share one. {@link #NONE} holds nothing. */
public record Range(double low, double high) {
    public static final Range NONE = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** The smallest range that holds all that are finite. */
    public static Range of(double[] values) {
        double low = NONE.low;
        double high = NONE.high;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new Range(low, high);
    }

    /** The smallest range that holds both. */
    public Range and(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Its length; negative if it holds nothing. */
    public double span() {
        return high - low;
    }

    public boolean empty() {
        return !(high >= low);
    }
}
