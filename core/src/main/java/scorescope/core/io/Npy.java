package scorescope.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import scorescope.core.BadInputException;

/**
 * NumPy's NPY files. Writes version 1.0, little-endian, C order; reads versions 1 to 3 of either byte order and
 * either index order, floats of 4 and 8 bytes, integers, truth values and strings.
 */
public final class Npy {
    private static final int BUFFER = 1 << 16;

    private Npy() {}

    /** @throws BadInputException if there is no such file or it is not an array known here */
    public static NpyArray read(Path file) throws IOException {
        return read(InputFile.bytes(file), file.toString());
    }

    /**
     * @param place what to call the file in messages
     * @throws BadInputException if it is not an array known here, cut off or too long
     */
    public static NpyArray read(byte[] file, String place) {
        var placed = NpyHeader.parse(file, place);
        var header = placed.header();
        long present = (long) file.length - placed.dataOffset();
        if (present != header.dataBytes()) {
            throw new BadInputException(
                    place,
                    "should hold " + header.dataBytes() + " bytes of values and holds " + present,
                    "copy or save the file again");
        }
        var data = ByteBuffer.wrap(file, placed.dataOffset(), (int) present)
                .slice()
                .order(header.order());
        int count = (int) NpyArray.count(header.shape());
        var order = IndexOrder.of(header);
        return switch (header.type()) {
            case 'f' -> header.itemSize() == Float.BYTES ? floats(data, order, count) : doubles(data, order, count);
            case 'U', 'S' -> text(data, header, order, count);
            default -> longs(data, header, order, count);
        };
    }

    /** Writes {@code array}; {@code file} appears whole or not at all. */
    public static void write(Path file, NpyArray array) throws IOException {
        AtomicFile.write(file, out -> write(out, array));
    }

    /** Writes {@code array}, {@link #length} bytes; {@code out} stays open. */
    public static void write(OutputStream out, NpyArray array) throws IOException {
        var header = NpyHeader.of(array);
        out.write(header.bytes());
        var buffer = ByteBuffer.wrap(new byte[BUFFER]).order(ByteOrder.LITTLE_ENDIAN);
        switch (array) {
            case NpyArray.Floats floats -> {
                for (float value : floats.values()) {
                    room(buffer, Float.BYTES, out).putFloat(value);
                }
            }
            case NpyArray.Doubles doubles -> {
                for (double value : doubles.values()) {
                    room(buffer, Double.BYTES, out).putDouble(value);
                }
            }
            case NpyArray.Longs longs -> {
                for (long value : longs.values()) {
                    room(buffer, Long.BYTES, out).putLong(value);
                }
            }
            case NpyArray.Text text -> {
                for (String value : text.values()) {
                    writeText(value, header.itemSize() / 4, buffer, out);
                }
            }
        }
        drain(buffer, out);
    }

    /** The number of bytes that {@link #write(OutputStream, NpyArray)} writes. */
    static long length(NpyArray array) {
        var header = NpyHeader.of(array);
        return header.bytes().length + header.dataBytes();
    }

    private static void writeText(String value, int width, ByteBuffer buffer, OutputStream out) throws IOException {
        var points = value.codePoints().toArray();
        for (int i = 0; i < width; i++) {
            room(buffer, 4, out).putInt(i < points.length ? points[i] : 0);
        }
    }

    private static ByteBuffer room(ByteBuffer buffer, int bytes, OutputStream out) throws IOException {
        if (buffer.remaining() < bytes) {
            drain(buffer, out);
        }
        return buffer;
    }

    private static void drain(ByteBuffer buffer, OutputStream out) throws IOException {
        out.write(buffer.array(), buffer.arrayOffset(), buffer.position());
        buffer.clear();
    }

    private static NpyArray floats(ByteBuffer data, IndexOrder order, int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[order.target(i)] = data.getFloat(4 * i);
        }
        return new NpyArray.Floats(order.shape(), values);
    }

    private static NpyArray doubles(ByteBuffer data, IndexOrder order, int count) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[order.target(i)] = data.getDouble(8 * i);
        }
        return new NpyArray.Doubles(order.shape(), values);
    }

    private static NpyArray longs(ByteBuffer data, NpyHeader header, IndexOrder order, int count) {
        boolean signed = header.type() == 'i';
        var values = new long[count];
        for (int i = 0; i < count; i++) {
            values[order.target(i)] = switch (header.itemSize()) {
                case 1 -> signed ? data.get(i) : data.get(i) & 0xffL;
                case 2 -> signed ? data.getShort(2 * i) : data.getShort(2 * i) & 0xffffL;
                case 4 -> signed ? data.getInt(4 * i) : data.getInt(4 * i) & 0xffffffffL;
                default -> data.getLong(8 * i);
            };
        }
        return new NpyArray.Longs(order.shape(), values);
    }

    private static NpyArray text(ByteBuffer data, NpyHeader header, IndexOrder order, int count) {
        var values = new String[count];
        for (int i = 0; i < count; i++) {
            var item = data.slice(i * header.itemSize(), header.itemSize()).order(header.order());
            values[order.target(i)] = header.type() == 'U' ? unicode(item) : bytes(item);
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
