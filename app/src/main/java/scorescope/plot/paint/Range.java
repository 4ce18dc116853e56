package scorescope.plot.paint;

/** The range of values of a layer's scale; compared panels share one. {@link #NONE} is empty. */
public record Range(double low, double high) {
    public static final Range NONE = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** The smallest range that contains all finite values. */
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

    /** The smallest range that contains both. */
    public Range and(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Its length; negative if it is empty. */
    public double span() {
        return high - low;
    }

    public boolean empty() {
        return !(high >= low);
    }
}
