package scorescope.core.io;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import scorescope.core.BadInputException;

/**
 * The head of an NPY file: magic bytes, version, and a Python dictionary with the type, the order and the shape.
 *
 * @param type type of a value; for a table of named fields {@code V} with the size of a row
 * @param fields fields of a row; empty for an array of plain values
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the NPY format</a>
 */
record NpyHeader(NpyType type, boolean fortran, int[] shape, List<Field> fields) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MOST_DIMENSIONS = 64;

    /** A header and the offset of the values. */
    record Placed(NpyHeader header, int dataOffset) {}

    /**
     * A named field of a table's rows.
     *
     * @param offset offset of the field in a row, in bytes
     * @param single whether it is one value, not an array of them
     */
    record Field(String name, NpyType type, int offset, boolean single) {
        boolean isRead() {
            return single && type.isRead();
        }
    }

    static NpyHeader of(NpyArray array) {
        return switch (array) {
            case NpyArray.Floats floats -> plain('f', Float.BYTES, floats.shape());
            case NpyArray.Doubles doubles -> plain('f', Double.BYTES, doubles.shape());
            case NpyArray.Longs longs -> plain('i', Long.BYTES, longs.shape());
            case NpyArray.Text text -> plain('U', 4 * longest(text.values()), text.shape());
        };
    }

    private static NpyHeader plain(char kind, int itemSize, int[] shape) {
        return new NpyHeader(NpyType.little(kind, itemSize), false, shape, List.of());
    }

    private static int longest(String[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .reduce(1, Math::max);
    }

    long dataBytes() {
        return Math.multiplyExact(NpyArray.count(shape), (long) type.itemSize());
    }

    /** The header's bytes, version 1.0, padded so that the values are aligned. */
    byte[] bytes() {
        String extents = Arrays.stream(shape).mapToObj(extent -> extent + ",").collect(Collectors.joining(" "));
        String tuple = shape.length > 1 ? extents.substring(0, extents.length() - 1) : extents;
        String dictionary = "{'descr': '<" + type.shown() + "', 'fortran_order': False, 'shape': (" + tuple + "), }";
        int fixed = MAGIC.length + 4;
        int padding = ALIGNMENT - (fixed + dictionary.length() + 1) % ALIGNMENT;
        String text = dictionary + " ".repeat(padding % ALIGNMENT) + "\n";
        var bytes = new byte[fixed + text.length()];
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        bytes[6] = 1;
        bytes[8] = (byte) text.length();
        bytes[9] = (byte) (text.length() >> 8);
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, fixed, text.length());
        return bytes;
    }

    /** Whether a file begins as NPY files do. */
    static boolean isNpy(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** @throws BadInputException if this is not the header of an NPY file with a supported type */
    static Placed parse(byte[] file, String place) {
        if (file.length < 10 || !isNpy(file)) {
            throw BadInputException.of(place, "core.io.npy-header.not-npy");
        }
        int version = file[6];
        if (version < 1 || version > 3) {
            throw BadInputException.of(place, "core.io.npy-header.version", version);
        }
        int lengthBytes = version == 1 ? 2 : 4;
        int fixed = MAGIC.length + 2 + lengthBytes;
        long length = 0;
        for (int i = Math.min(file.length, fixed) - 1; i >= MAGIC.length + 2; i--) {
            length = (length << 8) | (file[i] & 0xff);
        }
        if (fixed + length > file.length) {
            throw BadInputException.of(place, "core.io.npy-header.cut-off");
        }
        var charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        var header = header(new String(file, fixed, (int) length, charset), place);
        return new Placed(header, fixed + (int) length);
    }

    private static NpyHeader header(String text, String place) {
        if (!(PythonLiteral.parse(text).orElse("") instanceof Map<?, ?> dictionary)
                || !(dictionary.get("fortran_order") instanceof Boolean fortran)
                || !(dictionary.get("shape") instanceof List<?> extents)
                || !dictionary.containsKey("descr")) {
            throw damaged(place);
        }
        int[] shape = shape(extents, place);
        var header =
                switch (dictionary.get("descr")) {
                    case String descr -> new NpyHeader(type(descr, place), fortran, shape, List.of());
                    case List<?> fields -> table(fields, fortran, shape, place);
                    default -> throw BadInputException.of(place, "core.io.npy-header.unknown-type");
                };
        requireAddressable(header, place);
        return header;
    }

    private static NpyType type(String descr, String place) {
        var type = NpyType.of(descr);
        return type.filter(NpyType::isRead)
                .orElseThrow(() -> BadInputException.of(
                        place,
                        type.filter(NpyType::isComplex).isPresent()
                                ? "core.io.npy-header.complex"
                                : "core.io.npy-header.other-type",
                        InputText.shown(descr)));
    }

    /** A table's row: a list of (name, type) or (name, type, shape), one after the other. */
    private static NpyHeader table(List<?> written, boolean fortran, int[] shape, String place) {
        var fields = new ArrayList<Field>();
        long size = 0;
        for (Object one : written) {
            if (!(one instanceof List<?> field)
                    || field.size() < 2
                    || field.size() > 3
                    || !(field.get(1) instanceof String descr)) {
                throw BadInputException.of(place, "core.io.npy-header.unknown-type");
            }
            var type = NpyType.of(descr)
                    .filter(known -> known.kind() != 'O')
                    .orElseThrow(() ->
                            BadInputException.of(place, "core.io.npy-header.unread-type", InputText.shown(descr)));
            long values = field.size() == 3 && field.get(2) instanceof List<?> inner
                    ? NpyArray.count(shape(inner, place))
                    : field.size() == 3 && field.get(2) instanceof BigInteger extent
                            ? NpyArray.count(shape(List.of(extent), place))
                            : 1;
            // A name may come with a title: (title, name).
            Object name = field.get(0) instanceof List<?> titled && !titled.isEmpty() ? titled.getLast() : field.get(0);
            fields.add(new Field(String.valueOf(name), type, (int) size, field.size() == 2));
            size = Math.addExact(size, Math.multiplyExact(values, (long) type.itemSize()));
            if (size > Integer.MAX_VALUE) {
                throw tooLarge(place);
            }
        }
        return new NpyHeader(NpyType.little('V', (int) size), fortran, shape, List.copyOf(fields));
    }

    private static int[] shape(List<?> written, String place) {
        if (written.size() > MOST_DIMENSIONS) {
            throw tooLarge(place);
        }
        var shape = new int[written.size()];
        for (int i = 0; i < shape.length; i++) {
            if (!(written.get(i) instanceof BigInteger extent) || extent.signum() < 0) {
                throw damaged(place);
            }
            if (extent.bitLength() >= Integer.SIZE) {
                throw tooLarge(place);
            }
            shape[i] = extent.intValue();
        }
        try {
            long unusedCount = NpyArray.count(shape);
        } catch (ArithmeticException overflow) {
            throw tooLarge(place);
        }
        return shape;
    }

    private static void requireAddressable(NpyHeader header, String place) {
        try {
            if (NpyArray.count(header.shape) <= Integer.MAX_VALUE - 8 && header.dataBytes() >= 0) {
                return;
            }
        } catch (ArithmeticException overflow) {
            throw tooLarge(place);
        }
        throw tooLarge(place);
    }

    private static BadInputException damaged(String place) {
        return BadInputException.of(place, "core.io.npy-header.damaged");
    }

    private static BadInputException tooLarge(String place) {
        return BadInputException.of(place, "core.io.npy-header.too-many-values");
    }
}
