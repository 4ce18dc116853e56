package scorescope.core.io;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import scorescope.core.BadInputException;

/**
 * The head of an NPY file: magic bytes, version, and a Python dictionary with the type, the order and the shape.
 *
 * @param type one letter as in NumPy's descr: f, i, u, b, U, S
 * @param itemSize bytes of one value
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the NPY format</a>
 */
record NpyHeader(char type, int itemSize, ByteOrder order, boolean fortran, int[] shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MOST_DIMENSIONS = 32;
    private static final Pattern DICTIONARY = Pattern.compile("\\s*\\{(.*)}\\s*", Pattern.DOTALL);
    private static final Pattern DESCR =
            Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=])([fiubUS])(\\d{1,9})['\"]");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d,\\s]*)\\)");
    private static final Pattern EXTENT = Pattern.compile("\\d{1,10}");

    /** A header and where the values begin. */
    record Placed(NpyHeader header, int dataOffset) {}

    static NpyHeader of(NpyArray array) {
        return switch (array) {
            case NpyArray.Floats floats -> little('f', Float.BYTES, floats.shape());
            case NpyArray.Doubles doubles -> little('f', Double.BYTES, doubles.shape());
            case NpyArray.Longs longs -> little('i', Long.BYTES, longs.shape());
            case NpyArray.Text text -> little('U', 4 * longest(text.values()), text.shape());
        };
    }

    private static NpyHeader little(char type, int itemSize, int[] shape) {
        return new NpyHeader(type, itemSize, ByteOrder.LITTLE_ENDIAN, false, shape);
    }

    private static int longest(String[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .reduce(1, Math::max);
    }

    long dataBytes() {
        return Math.multiplyExact(NpyArray.count(shape), (long) itemSize);
    }

    /** The header's bytes, version 1.0, padded so that the values are aligned. */
    byte[] bytes() {
        int count = type == 'U' ? itemSize / 4 : itemSize;
        String extents = Arrays.stream(shape).mapToObj(extent -> extent + ",").collect(Collectors.joining(" "));
        String tuple = shape.length > 1 ? extents.substring(0, extents.length() - 1) : extents;
        String dictionary = "{'descr': '<" + type + count + "', 'fortran_order': False, 'shape': (" + tuple + "), }";
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

    /** @throws BadInputException if this is not the head of an NPY file with a type known here */
    static Placed parse(byte[] file, String place) {
        if (file.length < 10 || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BadInputException(place, "is not an NPY array", "save it with numpy.save");
        }
        int version = file[6];
        if (version < 1 || version > 3) {
            throw new BadInputException(place, "has NPY version " + version, "save it with numpy.save, version 1 to 3");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        int fixed = MAGIC.length + 2 + lengthBytes;
        long length = 0;
        for (int i = Math.min(file.length, fixed) - 1; i >= MAGIC.length + 2; i--) {
            length = (length << 8) | (file[i] & 0xff);
        }
        if (fixed + length > file.length) {
            throw new BadInputException(place, "is cut off inside its header", "copy or save the file again");
        }
        var charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new Placed(dictionary(new String(file, fixed, (int) length, charset), place), fixed + (int) length);
    }

    private static NpyHeader dictionary(String text, String place) {
        var inside = DICTIONARY.matcher(text);
        var body = inside.matches() ? inside.group(1) : "";
        var descr = DESCR.matcher(body);
        var fortran = FORTRAN.matcher(body);
        var shape = SHAPE.matcher(body);
        if (!fortran.find() || !shape.find()) {
            throw new BadInputException(place, "has a damaged header", "save it again with numpy.save");
        }
        if (!descr.find()) {
            throw new BadInputException(
                    place, "holds a type that is not read here", "save it as float64, float32, int64 or text");
        }
        char type = descr.group(2).charAt(0);
        int units = Integer.parseInt(descr.group(3));
        requireKnown(type, units, place);
        var order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int itemSize = type == 'U' ? 4 * units : units;
        var header =
                new NpyHeader(type, itemSize, order, fortran.group(1).equals("True"), extents(shape.group(1), place));
        requireAddressable(header, place);
        return header;
    }

    private static void requireKnown(char type, int units, String place) {
        boolean known =
                switch (type) {
                    case 'f' -> units == 4 || units == 8;
                    case 'i' -> units == 1 || units == 2 || units == 4 || units == 8;
                    case 'u' -> units == 1 || units == 2 || units == 4;
                    case 'b' -> units == 1;
                    default -> units >= 1 && units <= 1 << 20;
                };
        if (!known) {
            throw new BadInputException(
                    place,
                    "holds the type " + type + units + ", which is not read here",
                    "save it as float64, float32, int64 or text");
        }
    }

    private static int[] extents(String list, String place) {
        var written = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(extent -> !extent.isEmpty())
                .toList();
        if (!written.stream().allMatch(EXTENT.asMatchPredicate())) {
            throw new BadInputException(place, "has a damaged header", "save it again with numpy.save");
        }
        var extents = written.stream().mapToLong(Long::parseLong).toArray();
        if (extents.length > MOST_DIMENSIONS || Arrays.stream(extents).anyMatch(extent -> extent > Integer.MAX_VALUE)) {
            throw tooLarge(place);
        }
        return Arrays.stream(extents).mapToInt(Math::toIntExact).toArray();
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

    private static BadInputException tooLarge(String place) {
        return new BadInputException(place, "has more values than fit into memory", "save a smaller part of it");
    }
}
