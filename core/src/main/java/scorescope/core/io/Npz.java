package scorescope.core.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.core.words.CoreWords;

/**
 * Named arrays in one file that {@code numpy.load} opens. Entries are written stored, not compressed, and carry no
 * clock time, so equal arrays give equal bytes (and equal SHA-256). Reading uses the zip's directory: an
 * array is unpacked on request, and other entries are ignored.
 */
public final class Npz {
    private static final String SUFFIX = ".npy";

    /** Third byte of the first record: a file, an empty directory, or the mark of a zip in parts that has one. */
    private static final Set<Integer> MARKS = Set.of(3, 5, 7);

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final String place;
    private final Map<String, NpyArray> arrays;

    /** Entries that are not unpacked yet. */
    private final Map<String, ZipEntryData> packed;

    private final byte[] file;

    private Npz(String place, Map<String, NpyArray> arrays, Map<String, ZipEntryData> packed, byte[] file) {
        this.place = place;
        this.arrays = new ConcurrentHashMap<>(arrays);
        this.packed = Collections.unmodifiableMap(new LinkedHashMap<>(packed));
        this.file = file;
    }

    public Npz(Map<String, NpyArray> arrays) {
        this("npz", arrays, named(arrays), new byte[0]);
    }

    /** Entries for arrays in memory, in their order. */
    private static Map<String, ZipEntryData> named(Map<String, NpyArray> arrays) {
        var entries = new LinkedHashMap<String, ZipEntryData>();
        arrays.keySet().forEach(name -> entries.put(name, new ZipEntryData(name, 0, 0, 0, 0, 0, 0)));
        return entries;
    }

    /** @throws BadInputException if there is no such file or it is not an NPZ file */
    public static Npz read(Path file) throws IOException {
        return read(InputFile.bytes(file), file.toString());
    }

    /**
     * @param file not copied
     * @param place name of the file in messages
     * @throws BadInputException if it is not a zip, or cut off
     */
    public static Npz read(byte[] file, String place) {
        if (!isZip(file)) {
            throw BadInputException.of(place, "core.io.npz.not-npz");
        }
        var packed = new LinkedHashMap<String, ZipEntryData>();
        var others = new ArrayList<String>();
        for (var entry : ZipDirectory.read(file, place)) {
            String name = entry.name();
            if (name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
                packed.put(name.substring(0, name.length() - SUFFIX.length()), entry);
            } else if (entry.beginsWith(NpyHeader.MAGIC, file)) {
                packed.putIfAbsent(name, entry);
            } else {
                others.add(name);
            }
        }
        if (packed.isEmpty() && !others.isEmpty()) {
            throw BadInputException.of(place, "core.io.npz.other-files", InputText.shown(String.join(", ", others)));
        }
        return new Npz(place, Map.of(), packed, file);
    }

    /** Whether a file begins as zips do, or ends as they do behind other bytes. */
    public static boolean isZip(byte[] file) {
        boolean begins = file.length >= 4 && file[0] == 'P' && file[1] == 'K' && MARKS.contains((int) file[2]);
        return begins || ZipDirectory.isAtEnd(file);
    }

    /** The name of the file in messages. */
    public String place() {
        return place;
    }

    /** The arrays' names, in the file's order. */
    public Set<String> names() {
        return packed.keySet();
    }

    /** All arrays, unpacked. */
    public Map<String, NpyArray> arrays() {
        var all = new LinkedHashMap<String, NpyArray>();
        names().forEach(name -> all.put(name, array(name)));
        return Collections.unmodifiableMap(all);
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
        return packed.containsKey(name);
    }

    /** @throws BadInputException if there is no array of that name, or it cannot be read */
    public NpyArray array(String name) {
        requirePresent(name);
        return arrays.computeIfAbsent(name, _ -> Npy.read(entry(name), placeOf(name)));
    }

    /** The NPY file of that name. */
    byte[] entry(String name) {
        requirePresent(name);
        return packed.get(name).unpacked(file, placeOf(name));
    }

    /** The name of the array in messages. */
    String placeOf(String name) {
        return place + ": " + InputText.shown(name);
    }

    private void requirePresent(String name) {
        if (!has(name)) {
            if (names().isEmpty()) {
                throw BadInputException.of(place, "core.io.npz.no-arrays");
            }
            throw BadInputException.of(
                    place,
                    "core.io.npz.no-such-array",
                    name,
                    InputText.shown(String.join(", ", names())),
                    InputText.shown(Nearest.of(name, names())));
        }
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
        throw wrongType(name, CoreWords.text("core.io.npz.whole-numbers"));
    }

    /** The single string of that name. */
    public String text(String name) {
        if (array(name) instanceof NpyArray.Text text && text.values().length == 1) {
            return text.values()[0];
        }
        throw wrongType(name, CoreWords.text("core.io.npz.one-string"));
    }

    private BadInputException wrongType(String name, String wanted) {
        return BadInputException.of(place + ": " + name, "core.io.npz.wrong-type", wanted);
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
        for (var named : arrays().entrySet()) {
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
}
