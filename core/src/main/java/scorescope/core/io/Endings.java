package scorescope.core.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Endings of file names, compared without regard to case. The content of a file is recognised by its bytes. */
public final class Endings {
    public static final String SESSION = ".scorescope.json";
    public static final String JSON = ".json";
    public static final String CSV = ".csv";
    public static final String NPZ = ".npz";
    public static final String PNG = ".png";

    /** Files of points. */
    public static final List<String> POINTS = List.of(CSV, ".npy", NPZ);

    /** Pictures whose dark pixels are taken as points. */
    public static final List<String> PICTURES = List.of(PNG, ".jpg", ".jpeg", ".gif", ".bmp");

    /** Text that people type; without an ending a file may be text as well. */
    private static final List<String> TYPED = List.of(CSV, JSON, ".txt", ".tsv", ".dat");

    private Endings() {}

    /** Whether the name of {@code file} has one of {@code endings}, which are in small letters. */
    public static boolean has(Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    public static boolean has(Path file, String ending) {
        return has(file, List.of(ending));
    }

    /** Whether a person may have typed the content of {@code file}, judged by its name. */
    static boolean isTyped(Path file) {
        return has(file, TYPED) || file.toString().indexOf('.', file.toString().lastIndexOf('/') + 1) < 0;
    }

    /**
     * The file itself if it has {@code known} as its ending, otherwise the file in the same folder with {@code ending}
     * added to its name.
     */
    public static Path with(Path file, String known, String ending) {
        return has(file, known) ? file : file.resolveSibling(file.getFileName() + ending);
    }

    /** Patterns of file choosers, {@code *.csv} and {@code *.CSV}: some platforms distinguish small and capital letters. */
    public static List<String> patterns(List<String> endings) {
        return endings.stream()
                .flatMap(ending -> Stream.of("*" + ending, "*" + ending.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
