package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

class NpzTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomArraysComeBackBitForBit(long seed, @TempDir Path folder) throws IOException {
        var random = new Random(seed);
        var arrays = new LinkedHashMap<String, NpyArray>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            arrays.put("array" + i, random(random));
        }
        var file = folder.resolve("a.npz");
        new Npz(arrays).write(file);
        var read = Npz.read(file);
        assertEquals(arrays.keySet(), read.arrays().keySet());
        arrays.forEach((name, array) -> assertSame(array, read.array(name)));
        assertArrayEquals(Files.readAllBytes(file), read.bytes(), "written again, the bytes are the same");
    }

    @Test
    void cutOffFilesAreRefusedWhereverTheyAreCut() {
        var file = new Npz(Map.of("a", NpyArray.of(1.0, 2, 3))).bytes();
        for (int length = 0; length < file.length - 22; length += 5) {
            var cut = Arrays.copyOf(file, length);
            assertThrows(BadInputException.class, () -> Npz.read(cut, "a.npz"), "cut at " + length);
        }
    }

    @Test
    void anAlteredValueIsNoticed() {
        var file = new Npz(Map.of("a", NpyArray.of(1.0, 2, 3))).bytes();
        file[30 + 5 + 128 + 3] ^= 1;
        var npz = Npz.read(file, "a.npz");
        assertThrows(BadInputException.class, () -> npz.array("a"));
    }

    @Test
    void aMissingArrayIsNamedWithTheNearest() {
        var npz = Npz.read(new Npz(Map.of("samples", NpyArray.of(1.0))).bytes(), "run.npz");
        var refused = assertThrows(BadInputException.class, () -> npz.doubles("sample"));
        assertTrue(refused.getMessage().startsWith("run.npz: holds no array \"sample\""), refused.getMessage());
        assertTrue(refused.remedy().contains("samples"), refused.remedy());
        assertThrows(BadInputException.class, () -> npz.text("samples"));
    }

    @Test
    void anExceptionWhileWritingLeavesTheOldFile(@TempDir Path folder) throws IOException {
        var file = folder.resolve("a.npz");
        Files.writeString(file, "old");
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }));
        assertEquals("old", Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "the temporary neighbour is gone");
        }
    }

    @Test
    void aMissingFolderIsBadInput(@TempDir Path folder) {
        var npz = new Npz(Map.of());
        assertThrows(
                BadInputException.class, () -> npz.write(folder.resolve("none").resolve("a.npz")));
        assertThrows(BadInputException.class, () -> npz.write(folder));
    }

    static NpyArray random(Random random) {
        var shape = new int[random.nextInt(4)];
        Arrays.setAll(shape, axis -> random.nextInt(6));
        int count = (int) NpyArray.count(shape);
        return switch (random.nextInt(4)) {
            case 0 -> {
                var values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = Float.intBitsToFloat(random.nextInt());
                }
                yield new NpyArray.Floats(shape, values);
            }
            case 1 ->
                new NpyArray.Doubles(
                        shape,
                        random.longs(count)
                                .mapToDouble(Double::longBitsToDouble)
                                .toArray());
            case 2 -> new NpyArray.Longs(shape, random.longs(count).toArray());
            default -> {
                var texts = new String[count];
                Arrays.setAll(texts, i -> "σ𝄞a".repeat(random.nextInt(4)));
                yield new NpyArray.Text(shape, texts);
            }
        };
    }

    private static void assertSame(NpyArray expected, NpyArray actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        switch (expected) {
            case NpyArray.Floats floats -> assertArrayEquals(floats.values(), ((NpyArray.Floats) actual).values());
            case NpyArray.Doubles doubles -> assertArrayEquals(doubles.values(), ((NpyArray.Doubles) actual).values());
            case NpyArray.Longs longs -> assertArrayEquals(longs.values(), ((NpyArray.Longs) actual).values());
            case NpyArray.Text text -> assertArrayEquals(text.values(), ((NpyArray.Text) actual).values());
        }
    }
}
