package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

/** NPZ files that numpy.load reads and this program does not write. */
class NpzOfOthersTest {
    private static final int SIZES_FOLLOW = 8;
    private static final double[] X = {1, -2, 0.5};
    private static final double[] Y = {4, 5, 6};

    /** A zip file written field by field, so that fields can have unusual values. */
    private static final class Zip {
        private final ByteArrayOutputStream file = new ByteArrayOutputStream();
        private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
        private int entries;

        /** An entry with checksum and sizes after the data, as when written to a pipe. */
        Zip piped(String name, byte[] data, int method) {
            return entry(name, data, method, SIZES_FOLLOW, false);
        }

        Zip zip64(String name, byte[] data) {
            return entry(name, data, 0, 0, true);
        }

        private Zip entry(String name, byte[] data, int method, int flags, boolean zip64) {
            byte[] packed = method == 8 ? deflated(data) : data;
            var crc = new CRC32();
            crc.update(data);
            int offset = file.size();
            boolean follows = flags == SIZES_FOLLOW;
            write(file, little(4, 0x04034b50), little(2, 20), little(2, flags), little(2, method), little(4, 0));
            write(file, little(4, follows ? 0 : (int) crc.getValue()));
            write(file, little(4, follows ? 0 : packed.length), little(4, follows ? 0 : data.length));
            write(file, little(2, name.length()), little(2, 0), latin(name), packed);
            if (follows) {
                write(file, little(4, 0x08074b50), little(4, (int) crc.getValue()));
                write(file, little(4, packed.length), little(4, data.length));
            }
            byte[] extra = zip64
                    ? ByteBuffer.allocate(28)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putShort((short) 1)
                            .putShort((short) 24)
                            .putLong(data.length)
                            .putLong(packed.length)
                            .putLong(offset)
                            .array()
                    : new byte[0];
            write(directory, little(4, 0x02014b50), little(2, 20), little(2, 20), little(2, flags), little(2, method));
            write(directory, little(4, 0), little(4, (int) crc.getValue()));
            write(directory, little(4, zip64 ? -1 : packed.length), little(4, zip64 ? -1 : data.length));
            write(directory, little(2, name.length()), little(2, extra.length), little(2, 0), little(2, 0));
            write(directory, little(2, 0), little(4, 0), little(4, zip64 ? -1 : offset), latin(name), extra);
            entries++;
            return this;
        }

        byte[] bytes(String comment) {
            var all = new ByteArrayOutputStream();
            write(all, file.toByteArray(), directory.toByteArray(), little(4, 0x06054b50), little(4, 0));
            write(all, little(2, entries), little(2, entries), little(4, directory.size()), little(4, file.size()));
            write(all, little(2, comment.length()), latin(comment));
            return all.toByteArray();
        }

        private static void write(ByteArrayOutputStream to, byte[]... parts) {
            for (byte[] part : parts) {
                to.writeBytes(part);
            }
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static byte[] little(int bytes, int value) {
            var little = new byte[bytes];
            for (int i = 0; i < bytes; i++) {
                little[i] = (byte) (value >> (8 * i));
            }
            return little;
        }

        private static byte[] deflated(byte[] data) {
            try (var deflater = new Deflater(9, true)) {
                deflater.setInput(data);
                deflater.finish();
                var out = new byte[data.length + 100];
                int length = deflater.deflate(out);
                return java.util.Arrays.copyOf(out, length);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "8, ''", "0, a comment behind the directory"})
    void aZipWrittenToAPipeIsReadByItsDirectory(int method, String comment) throws IOException {
        assertPoints(new Zip().piped("samples.npy", points(), method).bytes(comment));
    }

    @Test
    void zip64AndAZipBehindOtherBytesAreRead() throws IOException {
        assertPoints(new Zip().zip64("samples.npy", points()).bytes(""));
        byte[] zip = new Zip().piped("samples.npy", points(), 0).bytes("");
        var behind = new ByteArrayOutputStream();
        behind.writeBytes("PK\3\4 is how some begin".getBytes(StandardCharsets.ISO_8859_1));
        behind.writeBytes(zip);
        assertPoints(behind.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!/bin/sh\nexec true\n", "PK\u0007\b", "\0\1\2", "x,y\n1,2\n"})
    void aZipBehindBytesOfAnyOtherKindIsRead(String before) throws IOException {
        var behind = new ByteArrayOutputStream();
        behind.writeBytes(before.getBytes(StandardCharsets.ISO_8859_1));
        behind.writeBytes(new Zip().piped("samples.npy", points(), 8).bytes("a comment"));
        assertPoints(behind.toByteArray());
    }

    /** numpy.load recognises a member by its content, not by its name. */
    @ParameterizedTest
    @ValueSource(strings = {"samples", "samples.NPY", "data", "folder/points.dat"})
    void anArrayUnderANameWithoutItsEndingIsRead(String name) throws IOException {
        assertPoints(new Zip()
                .piped("note.txt", new byte[9], 0)
                .piped(name, points(), 8)
                .bytes(""));
    }

    @Test
    void aZipWithoutArraysSaysWhatItHolds() throws IOException {
        byte[] file = new Zip()
                .piped("points.csv", "x,y\n1,2\n".getBytes(StandardCharsets.UTF_8), 0)
                .bytes("");
        var refused = assertThrows(BadInputException.class, () -> PointsFile.read(file, "z.npz"));
        assertEquals("z.npz: holds no arrays but points.csv; save them with numpy.savez", refused.getMessage());
    }

    @Test
    void whatIsNotAskedForMayBeAnything() throws IOException {
        var zip = new Zip()
                .piped("README.txt", new byte[] {1, 2, 3}, 0)
                .piped("folder/", new byte[0], 0)
                .piped("packed.npy", points(), 14)
                .piped("samples.npy", points(), 8);
        assertPoints(zip.bytes(""));
        assertPoints(new Zip()
                .piped("notes.txt", new byte[9], 12)
                .piped("p.npy", points(), 8)
                .bytes(""));
    }

    @ParameterizedTest
    @CsvSource({"14, LZMA", "12, bzip2", "93, Zstandard", "95, xz", "77, method 77"})
    void anUnsupportedPackingIsCalledThat(int method, String name) throws IOException {
        byte[] file = new Zip().piped("samples.npy", points(), method).bytes("");
        var refused = assertThrows(BadInputException.class, () -> PointsFile.read(file, "z.npz"));
        assertEquals(
                "z.npz: samples: is packed by " + name
                        + ", which is not read here; save it with numpy.savez or numpy.savez_compressed",
                refused.getMessage());
    }

    @Test
    void aLaterEntryOfTheSameNameCounts() throws IOException {
        byte[] old = npy(NpyArray.points(new double[] {9}, new double[] {9}));
        assertPoints(new Zip()
                .piped("samples.npy", old, 0)
                .piped("samples.npy", points(), 0)
                .bytes(""));
    }

    @Test
    void aLyingSizeIsDamageAndTakesNoMemory() throws IOException {
        byte[] file = new Zip().piped("samples.npy", points(), 8).bytes("");
        int sizeInDirectory = file.length - 22 - "samples.npy".length() - 46 + 24;
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(sizeInDirectory, Integer.MAX_VALUE - 100);
        var refused = assertThrows(BadInputException.class, () -> PointsFile.read(file, "z.npz"));
        assertTrue(refused.problem().contains("its size") || refused.problem().contains("memory"), refused.problem());
    }

    private static void assertPoints(byte[] file) {
        var read = PointsFile.read(file, "z.npz");
        assertArrayEquals(X, read.x());
        assertArrayEquals(Y, read.y());
    }

    private static byte[] points() throws IOException {
        return npy(NpyArray.points(X, Y));
    }

    private static byte[] npy(NpyArray array) throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }
}
