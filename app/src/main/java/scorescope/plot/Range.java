package scorescope.plot;

/** The values a layer's scale runs over; panels that are compared share one. {@link #NONE} holds nothing. */
public record Range(double low, double high) {
    public static final Range NONE = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** The smallest range that holds both. */
    public Range and(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    public boolean empty() {
        return !(high >= low);
    }
}
