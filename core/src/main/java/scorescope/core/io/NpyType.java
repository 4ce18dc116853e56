package scorescope.core.io;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of one value, as NumPy's {@code descr} names it: {@code <f8}, {@code f8}, {@code d} and {@code float64} are the
 * same.
 *
 * @param kind NumPy's letter: f float, i integer, u unsigned, b truth value, U text, S bytes; others are not read
 * @param itemSize size of one value in bytes
 * @see <a href="https://numpy.org/doc/stable/reference/arrays.dtypes.html">NumPy's data types</a>
 */
record NpyType(char kind, int itemSize, ByteOrder order) {
    private static final Pattern SIZED = Pattern.compile("([<>|=]?)([a-zA-Z])(\\d{1,9})(?:\\[[^]]*])?");
    private static final Pattern LETTER = Pattern.compile("([<>|=]?)([a-zA-Z?])");
    private static final Pattern NAMED = Pattern.compile("(float|int|uint)(8|16|32|64)");
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int BITS = 8;

    /** One-letter names, for machines where long has eight bytes. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("?", "b1"),
            Map.entry("b", "i1"),
            Map.entry("B", "u1"),
            Map.entry("h", "i2"),
            Map.entry("H", "u2"),
            Map.entry("i", "i4"),
            Map.entry("I", "u4"),
            Map.entry("l", "i8"),
            Map.entry("L", "u8"),
            Map.entry("q", "i8"),
            Map.entry("Q", "u8"),
            Map.entry("e", "f2"),
            Map.entry("f", "f4"),
            Map.entry("d", "f8"));

    /** The type that {@code descr} names; empty if it names none with a size. */
    static Optional<NpyType> of(String descr) {
        var sized = SIZED.matcher(descr);
        if (sized.matches()) {
            return Optional.of(of(sized, sized.group(2).charAt(0), Integer.parseInt(sized.group(3))));
        }
        var letter = LETTER.matcher(descr);
        if (letter.matches() && LETTERS.containsKey(letter.group(2))) {
            String name = LETTERS.get(letter.group(2));
            return Optional.of(of(letter, name.charAt(0), name.charAt(1) - '0'));
        }
        var named = NAMED.matcher(descr);
        if (named.matches()) {
            int size = Integer.parseInt(named.group(2)) / BITS;
            return Optional.of(new NpyType(descr.charAt(0), size, ByteOrder.LITTLE_ENDIAN));
        }
        return descr.equals("bool") ? Optional.of(new NpyType('b', 1, ByteOrder.LITTLE_ENDIAN)) : Optional.empty();
    }

    private static NpyType of(Matcher written, char letter, int units) {
        char kind = letter == 'a' ? 'S' : letter;
        boolean big = written.group(1).equals(">");
        return new NpyType(kind, kind == 'U' ? 4 * units : units, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** A type as this program writes it. */
    static NpyType little(char kind, int itemSize) {
        return new NpyType(kind, itemSize, ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether values of this type can be read. */
    boolean isRead() {
        return switch (kind) {
            case 'f' -> itemSize == 2 || itemSize == 4 || itemSize == 8;
            case 'i', 'u' -> itemSize == 1 || itemSize == 2 || itemSize == 4 || itemSize == 8;
            case 'b' -> itemSize == 1;
            case 'U' -> itemSize >= 4 && itemSize <= 4 * LONGEST_TEXT;
            case 'S' -> itemSize >= 1 && itemSize <= LONGEST_TEXT;
            default -> false;
        };
    }

    /** Whether values are complex numbers, which are not supported. */
    boolean isComplex() {
        return kind == 'c';
    }

    /** As NumPy writes it, without the byte order. */
    String shown() {
        return String.valueOf(kind) + (kind == 'U' ? itemSize / 4 : itemSize);
    }
}
