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
import java.util.List;
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
    @ValueSource(
            strings = {"'<f16'", "'<c16'", "'|O'", "[('a', '<f8')]", "'<U0'", "'<f9'", "'<M8[ns]'", "[('a', 'O')]", "7"
            })
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
                "(1.5,)",
                "None",
                "(3, 2",
                "(3,, 2)",
                "(-1,)",
                "7",
                "(1"
            })
    void absurdShapesAreRefused(String shape) {
        assertThrows(BadInputException.class, () -> read("'<f8'", "False", shape, new byte[8]));
    }

    /** Forms of one header that numpy.load accepts; the first is the case npy-header-of-python2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<i4', 'fortran_order': False, 'shape': (3L, 2L), }",
                "{'shape': (3, 2), 'fortran_order': False, 'descr': '<i4'}",
                "{\"descr\": \"<i4\", \"fortran_order\": False, \"shape\": (3, 2)}",
                "{u'descr': u'<i4', u'fortran_order': False, u'shape': (3, 2)}",
                "{ 'descr' : '<i4' ,\n 'fortran_order' : False ,\n 'shape' : ( 3 ,\n 2 ) }",
                "{'descr': 'i4', 'fortran_order': False, 'shape': (3, 2,)}",
                "{'descr': 'i', 'fortran_order': False, 'shape': (3, 2)}",
                "{'descr': '=i4', 'fortran_order': False, 'shape': (0x3, 0b10)}",
                "{'descr': 'int32', 'fortran_order': False, 'shape': (3, 2)}",
                "{'descr': '<i4', # of a value\n 'fortran_order': False, 'shape': (3, 2)}",
                "{'descr': '\\x3ci4', 'fortran_order': (False), 'shape': (3, 2)}",
                "{'descr': '<' 'i4', 'fortran_order': False, 'shape': (3, 2)}"
            })
    void headersAreReadAsPythonWritesThem(String dictionary) {
        var data = ints(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);
        var array = assertInstanceOf(NpyArray.Longs.class, Npy.read(file(dictionary, data), "a.npy"));
        assertArrayEquals(new int[] {3, 2}, array.shape());
        assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6}, array.values());
    }

    @Test
    void halvesAndUnsignedLongsAreRead() {
        var halves = read("'<f2'", "False", "(2,)", new byte[] {0, 0x3c, 0, (byte) 0xc1});
        assertArrayEquals(
                new float[] {1, -2.5f},
                assertInstanceOf(NpyArray.Floats.class, halves).values());
        var longs = read("'<u8'", "False", "(1,)", new byte[] {7, 0, 0, 0, 0, 0, 0, 0});
        assertArrayEquals(
                new long[] {7}, assertInstanceOf(NpyArray.Longs.class, longs).values());
        byte[] beyond = {0, 0, 0, 0, 0, 0, 0, (byte) 0x80};
        var refused = assertThrows(BadInputException.class, () -> read("'<u8'", "False", "(1,)", beyond));
        assertEquals("save it as float64", refused.remedy());
    }

    @Test
    void aTableWithNamedFieldsHasColumns() {
        byte[] rows = {1, 'a', 'b', 2, 0, 3, 'c', 'd', 4, 0};
        String descr = "[('x', '|i1'), ('name', '|S2'), (('second', 'y'), '<i2')]";
        var columns = Npy.columns(file(dictionary(descr, "False", "(2,)"), rows), "a.npy");
        assertEquals(List.of("x", "name", "y"), List.copyOf(columns.keySet()));
        assertArrayEquals(
                new long[] {2, 4},
                assertInstanceOf(NpyArray.Longs.class, columns.get("y")).values());
        assertArrayEquals(
                new String[] {"ab", "cd"},
                assertInstanceOf(NpyArray.Text.class, columns.get("name")).values());
    }

    @Test
    void aSecondArrayBehindTheFirstIsNotPassedOverInSilence() throws IOException {
        var first = written(NpyArray.of(1.0, 2));
        var two = Arrays.copyOf(first, 2 * first.length);
        System.arraycopy(first, 0, two, first.length, first.length);
        assertThrows(BadInputException.class, () -> Npy.read(two, "a.npy"));
        assertEquals(
                2, Npy.read(Arrays.copyOf(first, first.length + 9), "a.npy").size(), "padding is no array");
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
        return Npy.read(file(dictionary(descr, fortran, shape), data), "a.npy");
    }

    private static String dictionary(String descr, String fortran, String shape) {
        return "{'descr': " + descr + ", 'fortran_order': " + fortran + ", 'shape': " + shape + ", }\n";
    }

    private static byte[] file(String header, byte[] data) {
        var file = ByteBuffer.allocate(10 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93).put("NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        file.putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1))
                .put(data);
        return file.array();
    }

    private static byte[] ints(ByteOrder order, int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(order);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }
}
