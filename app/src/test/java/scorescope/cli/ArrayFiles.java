package scorescope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import scorescope.core.io.Npy;
import scorescope.core.io.NpyArray;

/** Bytes of files of arrays, well formed or not. */
final class ArrayFiles {
    private ArrayFiles() {}

    static byte[] npy(NpyArray array) throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }

    static byte[] typed(String descr) {
        String quoted = descr.startsWith("[") ? descr : "'" + descr + "'";
        return array("{'descr': " + quoted + ", 'fortran_order': False, 'shape': (0, 2), }\n", new byte[0]);
    }

    /** An array whose header states a shape, without its values. */
    static byte[] shaped(String shape) {
        return array("{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }\n", new byte[0]);
    }

    static byte[] huge() {
        return array(
                "{'descr': '<u8', 'fortran_order': False, 'shape': (1, 1), }\n",
                new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
    }

    /** A zip of files of these names, each with a word in it. */
    static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('a');
            }
        }
        return out.toByteArray();
    }

    private static byte[] array(String header, byte[] data) {
        return ByteBuffer.allocate(10 + header.length() + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .array();
    }
}
