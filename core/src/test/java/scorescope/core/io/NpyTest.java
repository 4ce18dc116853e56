package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

class NpyTest {
    @Test
    void headerIsWhatNumpyWrites() throws IOException {
        var file = written(NpyArray.points(new double[] {1, 3, 5}, new double[] {2, 4, 6}));
        String header = new String(file, 10, 118, StandardCharsets.ISO_8859_1);
        assertEquals("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }", header.strip());
        assertEquals(128 + 48, file.length);
        assertEquals('\n', file[127]);
        assertEquals(2, ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getDouble(128 + 8));
    }

    @Test
    void vectorAndScalarShapesAreTuples() throws IOException {
        assertEquals("(3,)", shapeText(NpyArray.of(1L, 2L, 3L)));
        assertEquals("()", shapeText(NpyArray.of("ncsn")));
    }

    @Test
    void fortranOrderIsReadIntoCOrder() {
        var array = read("'<i4'", "True", "(2, 3)", ints(ByteOrder.LITTLE_ENDIAN, 1, 4, 2, 5, 3, 6));
        assertArrayEquals(
                new long[] {1, 2, 3, 4, 5, 6},
                assertInstanceOf(NpyArray.Longs.class, array).values());
    }

    @Test
    void bigEndianIsRead() {
        var array = read("'>i4'", "False", "(2,)", ints(ByteOrder.BIG_ENDIAN, 7, -1));
        assertArrayEquals(
                new long[] {7, -1},
                assertInstanceOf(NpyArray.Longs.class, array).values());
    }

    @Test
    void byteStringsLoseTheirPadding() {
        var array = read("'|S4'", "False", "(2,)", "ab\0\0cdef".getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(
                new String[] {"ab", "cdef"},
                assertInstanceOf(NpyArray.Text.class, array).values());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 9, 11, 60, 127, 128, 130, 175})
    void everyCutIsNoticed(int length) throws IOException {
        var file = written(NpyArray.points(new double[] {1, 3, 5}, new double[] {2, 4, 6}));
        assertThrows(BadInputException.class, () -> Npy.read(Arrays.copyOf(file, length), "a.npy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'<f2'", "'<c16'", "'|O'", "[('a', '<f8')]", "'<U0'", "'<f9'"})
    void otherTypesAreRefused(String descr) {
        assertThrows(BadInputException.class, () -> read(descr, "False", "(0,)", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(99999999999,)",
                "(9999999999,)",
                "(2147483647, 2147483647, 2147483647)",
                "(1 2)",
                "(-1,)",
                "7",
                "(1"
            })
    void absurdShapesAreRefused(String shape) {
        assertThrows(BadInputException.class, () -> read("'<f8'", "False", shape, new byte[8]));
    }

    private static byte[] written(NpyArray array) throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }

    private static String shapeText(NpyArray array) throws IOException {
        var header = new String(written(array), 10, 118, StandardCharsets.ISO_8859_1);
        return header.substring(header.indexOf("'shape': ") + 9, header.lastIndexOf(','));
    }

    private static NpyArray read(String descr, String fortran, String shape, byte[] data) {
        String header = "{'descr': " + descr + ", 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n";
        var file = ByteBuffer.allocate(10 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93).put("NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        file.putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1))
                .put(data);
        return Npy.read(file.array(), "a.npy");
    }

    private static byte[] ints(ByteOrder order, int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(order);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }
}
