package scorescope.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import scorescope.core.BadInputException;

/**
 * NumPy's NPY files. Writes version 1.0, little-endian, C order; reads versions 1 to 3 of either byte order and
 * either index order, floats of 2, 4 and 8 bytes, integers, truth values, strings, and tables of named fields.
 */
public final class Npy {
    private static final int BUFFER = 1 << 16;

    private Npy() {}

    /** @throws BadInputException if there is no such file or it is not an array of a supported type */
    public static NpyArray read(Path file) throws IOException {
        return read(InputFile.bytes(file), file.toString());
    }

    /**
     * @param place name of the file in messages
     * @throws BadInputException if the type of the array is not supported, or if it is incomplete or followed by other data
     */
    public static NpyArray read(byte[] file, String place) {
        var placed = NpyHeader.parse(file, place);
        var header = placed.header();
        if (header.type().kind() == 'V') {
            var names = header.fields().stream().map(NpyHeader.Field::name).toList();
            throw BadInputException.of(place, "core.io.npy.named-fields", InputText.shown(String.join(", ", names)));
        }
        return NpyValues.read(data(file, placed, place), header, header.type(), 0, place);
    }

    /**
     * The columns of a table, a one-dimensional array of rows with named fields; empty for any other array.
     *
     * @param place name of the file in messages
     * @throws BadInputException if the type of the array is not supported, or if it is incomplete or followed by other data
     */
    static Map<String, NpyArray> columns(byte[] file, String place) {
        var placed = NpyHeader.parse(file, place);
        var header = placed.header();
        var columns = new LinkedHashMap<String, NpyArray>();
        if (header.type().kind() == 'V') {
            var data = data(file, placed, place);
            for (var field : header.fields()) {
                if (field.isRead()) {
                    columns.put(field.name(), NpyValues.read(data, header, field.type(), field.offset(), place));
                }
            }
        }
        return columns;
    }

    /** The shape of an array, read from its header alone. */
    static int[] shape(byte[] file, String place) {
        return NpyHeader.parse(file, place).header().shape();
    }

    private static ByteBuffer data(byte[] file, NpyHeader.Placed placed, String place) {
        long expected = placed.header().dataBytes();
        int from = placed.dataOffset();
        long present = (long) file.length - from;
        if (present < expected) {
            throw BadInputException.of(place, "core.io.npy.wrong-length", expected, present);
        }
        int end = from + (int) expected;
        if (NpyHeader.isNpy(Arrays.copyOfRange(file, end, Math.min(file.length, end + NpyHeader.MAGIC.length)))) {
            throw BadInputException.of(place, "core.io.npy.two-arrays");
        }
        return ByteBuffer.wrap(file, from, (int) expected).slice();
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
                    writeText(value, header.type().itemSize() / 4, buffer, out);
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
}
