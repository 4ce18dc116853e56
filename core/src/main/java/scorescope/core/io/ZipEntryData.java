package scorescope.core.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import scorescope.core.BadInputException;
import scorescope.core.words.CoreWords;

/**
 * One file inside a zip, as the directory describes it.
 *
 * @param method compression method
 * @param flags bit 0: encrypted
 * @param crc CRC-32 of the uncompressed bytes
 * @param packed number of compressed bytes
 * @param size number of uncompressed bytes
 * @param offset offset of the local header
 */
record ZipEntryData(String name, int method, int flags, int crc, long packed, long size, long offset) {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;

    /** Largest compression ratio: deflate packs at most 258 bytes into two bits. */
    private static final long MOST_PACKED = 1032;

    private static final Map<Integer, String> OTHERS = Map.of(
            1, "Shrink", 6, "Implode", 9, "Deflate64", 12, "bzip2", 14, "LZMA", 93, "Zstandard", 95, "xz", 98, "PPMd");

    /**
     * The uncompressed bytes.
     *
     * @param file the whole zip
     * @param place name of this entry in messages
     * @throws BadInputException if the compression method is not supported, or the entry is damaged
     */
    byte[] unpacked(byte[] file, String place) {
        if ((flags & ENCRYPTED) != 0) {
            throw BadInputException.of(place, "core.io.zip-entry-data.encrypted");
        }
        if (method != STORED && method != DEFLATED) {
            String name = OTHERS.getOrDefault(method, CoreWords.text("core.io.zip.method", method));
            throw BadInputException.of(place, "core.io.zip-entry-data.unknown-packing", name);
        }
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (offset < 0 || offset > file.length - LOCAL_SIZE || bytes.getInt((int) offset) != LOCAL) {
            throw damaged(place, "not-there");
        }
        long from = offset
                + LOCAL_SIZE
                + (bytes.getShort((int) offset + 26) & 0xffff)
                + (bytes.getShort((int) offset + 28) & 0xffff);
        if (packed < 0 || packed > file.length - from) {
            throw damaged(place, "no-end");
        }
        if (size < 0
                || size > Integer.MAX_VALUE - 8
                || (size > Runtime.getRuntime().maxMemory() / 2)) {
            throw BadInputException.of(place, "core.io.npy-header.too-many-values");
        }
        if (method == STORED ? size != packed : size > MOST_PACKED * (packed + 1)) {
            throw damaged(place, "size");
        }
        byte[] data = method == STORED
                ? Arrays.copyOfRange(file, (int) from, (int) (from + packed))
                : inflated(file, (int) from, place);
        var check = new CRC32();
        check.update(data);
        if ((int) check.getValue() != crc) {
            throw damaged(place, "checksum");
        }
        return data;
    }

    /** Whether its uncompressed bytes begin with {@code start}; false if it cannot be unpacked. */
    boolean beginsWith(byte[] start, byte[] file) {
        try {
            return size >= start.length && Arrays.equals(unpacked(file, name), 0, start.length, start, 0, start.length);
        } catch (BadInputException notRead) {
            return false;
        }
    }

    private byte[] inflated(byte[] file, int from, String place) {
        byte[] data = new byte[(int) size];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(file, from, (int) packed);
            int done = 0;
            while (done < data.length) {
                int more = inflater.inflate(data, done, data.length - done);
                if (more == 0) {
                    throw damaged(place, "early-end");
                }
                done += more;
            }
            return data;
        } catch (DataFormatException broken) {
            throw damaged(place, "not-unpacked");
        }
    }

    private static BadInputException damaged(String place, String fault) {
        return BadInputException.of(place, "core.io.zip-directory.damaged", CoreWords.text("core.io.zip." + fault));
    }
}
