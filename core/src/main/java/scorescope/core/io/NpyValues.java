package scorescope.core.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import scorescope.core.BadInputException;

/** Reads the values of an NPY file, or one field of all rows of a table, into C order. */
final class NpyValues {
    private final ByteBuffer data;
    private final NpyType type;
    private final IndexOrder order;
    private final int count;
    private final int offset;
    private final int stride;

    private NpyValues(ByteBuffer data, NpyHeader header, NpyType type, int offset) {
        this.data = data.duplicate().order(type.order());
        this.type = type;
        this.order = IndexOrder.of(header);
        this.count = (int) NpyArray.count(header.shape());
        this.offset = offset;
        this.stride = header.type().itemSize();
    }

    /**
     * @param data all values
     * @param type of those to read
     * @param offset of the value in a row, in bytes
     * @param place name of the file in messages
     * @throws BadInputException if a whole number does not fit into 64 bits with a sign
     */
    static NpyArray read(ByteBuffer data, NpyHeader header, NpyType type, int offset, String place) {
        var values = new NpyValues(data, header, type, offset);
        return switch (type.kind()) {
            case 'f' -> type.itemSize() == Double.BYTES ? values.doubles() : values.floats();
            case 'U', 'S' -> values.text();
            default -> values.longs(place);
        };
    }

    private int at(int i) {
        return i * stride + offset;
    }

    private NpyArray floats() {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[order.target(i)] =
                    type.itemSize() == Float.BYTES ? data.getFloat(at(i)) : Float.float16ToFloat(data.getShort(at(i)));
        }
        return new NpyArray.Floats(order.shape(), values);
    }

    private NpyArray doubles() {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[order.target(i)] = data.getDouble(at(i));
        }
        return new NpyArray.Doubles(order.shape(), values);
    }

    private NpyArray longs(String place) {
        boolean signed = type.kind() == 'i';
        var values = new long[count];
        for (int i = 0; i < count; i++) {
            int at = at(i);
            long value =
                    switch (type.itemSize()) {
                        case 1 -> signed ? data.get(at) : data.get(at) & 0xffL;
                        case 2 -> signed ? data.getShort(at) : data.getShort(at) & 0xffffL;
                        case 4 -> signed ? data.getInt(at) : data.getInt(at) & 0xffffffffL;
                        default -> data.getLong(at);
                    };
            if (value < 0 && !signed) {
                throw BadInputException.of(place, "core.io.npy-values.too-large", Long.MAX_VALUE);
            }
            values[order.target(i)] = value;
        }
        return new NpyArray.Longs(order.shape(), values);
    }

    private NpyArray text() {
        var values = new String[count];
        for (int i = 0; i < count; i++) {
            var item = data.slice(at(i), type.itemSize()).order(type.order());
            values[order.target(i)] = type.kind() == 'U' ? unicode(item) : bytes(item);
        }
        return new NpyArray.Text(order.shape(), values);
    }

    private static String unicode(ByteBuffer item) {
        var text = new StringBuilder();
        while (item.remaining() >= 4) {
            int point = item.getInt();
            text.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xFFFD);
        }
        return withoutPadding(text.toString());
    }

    private static String bytes(ByteBuffer item) {
        return withoutPadding(StandardCharsets.UTF_8.decode(item).toString());
    }

    private static String withoutPadding(String padded) {
        int end = padded.length();
        while (end > 0 && padded.charAt(end - 1) == 0) {
            end--;
        }
        return padded.substring(0, end);
    }
}
