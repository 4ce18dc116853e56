package scorescope.core.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import scorescope.core.BadInputException;
import scorescope.core.words.CoreWords;

/**
 * The directory at the end of a zip file, with names, sizes and offsets of its entries; local headers lack the sizes if the file
 * was written to a pipe. Zip64 is read, as is a zip behind other bytes.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the ZIP format, 4.3 and 4.5.3</a>
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_SIZE = 56;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int EXTRA_64 = 1;
    private static final long IN_EXTRA = 0xffffffffL;
    private static final int UTF_8 = 1 << 11;

    private final ByteBuffer file;
    private final String place;

    private ZipDirectory(byte[] file, String place) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.place = place;
    }

    /**
     * The entries of {@code file}, in the directory's order.
     *
     * @throws BadInputException if there is no directory, or an offset lies outside of the file
     */
    static List<ZipEntryData> read(byte[] file, String place) {
        return new ZipDirectory(file, place).entries();
    }

    /** Whether {@code file} ends with a directory, and with its comment. */
    static boolean isAtEnd(byte[] file) {
        var zip = new ZipDirectory(file, "");
        var end = zip.end();
        return end.isPresent() && end.getAsInt() + END_SIZE + zip.u16(end.getAsInt() + END_SIZE - 2) == file.length;
    }

    private List<ZipEntryData> entries() {
        int end = end().orElseThrow(() -> BadInputException.of(place, "core.io.zip-directory.no-directory"));
        long size = file.getInt(end + 12) & IN_EXTRA;
        long from = file.getInt(end + 16) & IN_EXTRA;
        long directoryEnd = end;
        int locator = end - LOCATOR_64_SIZE;
        if (locator >= END_64_SIZE && file.getInt(locator) == LOCATOR_64) {
            int end64 = locator - END_64_SIZE;
            if (file.getInt(end64) == END_64) {
                size = file.getLong(end64 + 40);
                from = file.getLong(end64 + 48);
                directoryEnd = end64;
            }
        }
        if (size < 0 || from < 0 || size > directoryEnd || from > directoryEnd - size) {
            throw damaged("directory-outside");
        }
        // Other bytes may precede a zip; offsets count from the beginning of the zip.
        long shift = directoryEnd - size - from;
        var entries = new ArrayList<ZipEntryData>();
        int at = (int) (directoryEnd - size);
        while (at < directoryEnd) {
            if (at + ENTRY_SIZE > directoryEnd || file.getInt(at) != ENTRY) {
                throw damaged("directory");
            }
            int name = u16(at + 28);
            int extra = u16(at + 30);
            int next = at + ENTRY_SIZE + name + extra + u16(at + 32);
            if (next > directoryEnd) {
                throw damaged("directory");
            }
            entries.add(entry(at, name, extra, shift));
            at = next;
        }
        return entries;
    }

    private OptionalInt end() {
        int last = file.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (file.getInt(at) == END) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private ZipEntryData entry(int at, int nameLength, int extraLength, long shift) {
        long packed = file.getInt(at + 20) & IN_EXTRA;
        long size = file.getInt(at + 24) & IN_EXTRA;
        long offset = file.getInt(at + 42) & IN_EXTRA;
        var extra = extra64(at + ENTRY_SIZE + nameLength, extraLength);
        if (size == IN_EXTRA && extra.remaining() >= Long.BYTES) {
            size = extra.getLong();
        }
        if (packed == IN_EXTRA && extra.remaining() >= Long.BYTES) {
            packed = extra.getLong();
        }
        if (offset == IN_EXTRA && extra.remaining() >= Long.BYTES) {
            offset = extra.getLong();
        }
        byte[] name = new byte[nameLength];
        file.get(at + ENTRY_SIZE, name);
        int flags = u16(at + 8);
        var decoded = InputText.decode(name);
        String text = (flags & UTF_8) != 0
                ? new String(name, StandardCharsets.UTF_8)
                : decoded.orElseGet(() -> new String(name, StandardCharsets.ISO_8859_1));
        return new ZipEntryData(text, u16(at + 10), flags, file.getInt(at + 16), packed, size, offset + shift);
    }

    /** The long values of the entry's Zip64 field; empty if it has none. */
    private ByteBuffer extra64(int from, int length) {
        int at = from;
        while (at + 4 <= from + length) {
            int size = u16(at + 2);
            if (u16(at) == EXTRA_64 && at + 4 + size <= from + length) {
                return file.slice(at + 4, size).order(ByteOrder.LITTLE_ENDIAN);
            }
            at += 4 + size;
        }
        return ByteBuffer.allocate(0);
    }

    private int u16(int at) {
        return file.getShort(at) & 0xffff;
    }

    private BadInputException damaged(String fault) {
        return BadInputException.of(place, "core.io.zip-directory.damaged", CoreWords.text("core.io.zip." + fault));
    }
}
