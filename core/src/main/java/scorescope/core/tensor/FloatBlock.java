package scorescope.core.tensor;

import java.lang.foreign.MemorySegment;

/**
 * A section of a {@code float[]} as an operand of matrix products. The array is shared, not copied.
 */
public final class FloatBlock {
    private final float[] array;
    private final int offset;
    private final int length;
    private final MemorySegment segment;

    private FloatBlock(float[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
        this.segment = MemorySegment.ofArray(array).asSlice((long) offset * Float.BYTES, (long) length * Float.BYTES);
    }

    public static FloatBlock allocate(int length) {
        return new FloatBlock(new float[length], 0, length);
    }

    /** The elements {@code offset ≤ i < offset + length} of {@code array}. */
    public static FloatBlock of(float[] array, int offset, int length) {
        return new FloatBlock(array, offset, length);
    }

    /** The array itself, not a copy; this block's elements start at {@link #offset()}. */
    public float[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    MemorySegment segment() {
        return segment;
    }
}
