package scorescope.core.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;

/**
 * Named arrays in one file that {@code numpy.load} opens. Entries are stored, not compressed, and carry no
 * clock time, so equal arrays give equal bytes (and equal SHA-256).
 *
 * @param place what to call the file in messages
 */
public record Npz(String place, Map<String, NpyArray> arrays) {
    private static final String SUFFIX = ".npy";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    public Npz {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    public Npz(Map<String, NpyArray> arrays) {
        this("npz", arrays);
    }

    /** @throws BadInputException if there is no such file or it is not an NPZ file */
    public static Npz read(Path file) throws IOException {
        return read(InputFile.bytes(file), file.toString());
    }

    /**
     * @param place what to call the file in messages
     * @throws BadInputException if it is not a zip of NPY arrays, cut off or altered
     */
    public static Npz read(byte[] file, String place) {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new BadInputException(place, "is not an NPZ file", "save it with numpy.savez");
        }
        var arrays = new LinkedHashMap<String, NpyArray>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!name.endsWith(SUFFIX)) {
                    throw new BadInputException(
                            place, "\"" + Csv.shown(name) + "\" in it is not an array", "save it with numpy.savez");
                }
                String key = name.substring(0, name.length() - SUFFIX.length());
                if (arrays.put(key, Npy.read(unpacked(zip, place), place + ": " + Csv.shown(key))) != null) {
                    throw new BadInputException(place, "holds \"" + Csv.shown(key) + "\" twice", "save it again");
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new BadInputException(
                    place,
                    "is cut off or damaged (" + Csv.shown(String.valueOf(damaged.getMessage())) + ")",
                    "copy or save the file again");
        }
        requireDirectory(file, place);
        return new Npz(place, arrays);
    }

    /** Writes the file; it appears whole or not at all. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, this::write);
    }

    /** The file's bytes. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            write(out);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return out.toByteArray();
    }

    /** Whether there is an array of that name. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /** @throws BadInputException if there is no array of that name */
    public NpyArray array(String name) {
        if (!has(name)) {
            String remedy = arrays.isEmpty()
                    ? "the file is empty"
                    : "it holds " + String.join(", ", arrays.keySet()) + "; nearest is \""
                            + Nearest.of(name, arrays.keySet()) + "\"";
            throw new BadInputException(place, "holds no array \"" + name + "\"", remedy);
        }
        return arrays.get(name);
    }

    /** Floats of that name; float64 is narrowed. */
    public float[] floats(String name) {
        return switch (array(name)) {
            case NpyArray.Floats floats -> floats.values();
            case NpyArray.Doubles doubles -> narrowed(doubles.values());
            case NpyArray.Longs longs -> throw wrongType(name, "floats");
            case NpyArray.Text text -> throw wrongType(name, "floats");
        };
    }

    /** Numbers of that name as float64. */
    public double[] doubles(String name) {
        return switch (array(name)) {
            case NpyArray.Floats floats -> widened(floats.values());
            case NpyArray.Doubles doubles -> doubles.values();
            case NpyArray.Longs longs ->
                Arrays.stream(longs.values()).asDoubleStream().toArray();
            case NpyArray.Text text -> throw wrongType(name, "numbers");
        };
    }

    /** Whole numbers of that name. */
    public long[] longs(String name) {
        if (array(name) instanceof NpyArray.Longs longs) {
            return longs.values();
        }
        throw wrongType(name, "whole numbers");
    }

    /** The single string of that name. */
    public String text(String name) {
        if (array(name) instanceof NpyArray.Text text && text.values().length == 1) {
            return text.values()[0];
        }
        throw wrongType(name, "one string");
    }

    private BadInputException wrongType(String name, String wanted) {
        return new BadInputException(place + ": " + name, "does not hold " + wanted, "save it as " + wanted);
    }

    private static float[] narrowed(double[] values) {
        var narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    private static double[] widened(float[] values) {
        var wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        for (var named : arrays.entrySet()) {
            var entry = new ZipEntry(named.getKey() + SUFFIX);
            entry.setTimeLocal(NO_TIME);
            entry.setSize(Npy.length(named.getValue()));
            entry.setCrc(checksum(named.getValue()));
            zip.putNextEntry(entry);
            Npy.write(zip, named.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    private static long checksum(NpyArray array) throws IOException {
        var checked = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        Npy.write(checked, array);
        return checked.getChecksum().getValue();
    }

    private static byte[] unpacked(ZipInputStream zip, String place) throws IOException {
        int most = (int) Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4);
        var bytes = zip.readNBytes(most);
        if (zip.read() >= 0) {
            throw new BadInputException(place, "has more values than fit into memory", "save a smaller part of it");
        }
        return bytes;
    }

    /** A zip ends with its directory; a file cut off between two entries has none. */
    private static void requireDirectory(byte[] file, String place) {
        int longestComment = 0xffff;
        int size = 22;
        for (int at = file.length - size; at >= Math.max(0, file.length - size - longestComment); at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
                return;
            }
        }
        throw new BadInputException(place, "is cut off: its directory is missing", "copy or save the file again");
    }
}
