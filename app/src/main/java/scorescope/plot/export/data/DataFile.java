package scorescope.plot.export.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Csv;
import scorescope.core.io.Endings;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.plot.figure.Figure;
import scorescope.words.Words;

/**
 * Saves the arrays of a figure: as NPZ with an additional array {@code about} that has a line of explanation for each,
 * or as CSV in blocks separated by empty lines, each with its line of explanation and a header.
 */
public final class DataFile {
    private static final String ABOUT = "about";

    private DataFile() {}

    /** @throws BadInputException if the ending is neither .npz nor .csv, or the folder does not exist */
    public static void require(Path file) {
        if (!Endings.has(file, List.of(Endings.NPZ, Endings.CSV))) {
            throw new BadInputException(
                    "--data", Words.text("figure.data.no-format", file.getFileName()), Words.text("figure.data.end"));
        }
        AtomicFile.requireWritablePlace(file);
    }

    /**
     * The content of the file of a figure's arrays.
     *
     * @throws BadInputException as {@link #require}
     */
    public static AtomicFile.Content content(Figure figure, Path file) {
        require(file);
        var arrays = DrawnArrays.of(figure);
        return out -> {
            if (Endings.has(file, Endings.NPZ)) {
                out.write(npz(arrays).bytes());
                return;
            }
            for (var array : arrays) {
                writeBlock(out, array);
            }
        };
    }

    private static Npz npz(List<DrawnArray> arrays) {
        var named = new LinkedHashMap<String, NpyArray>();
        var lines = arrays.stream()
                .map(array -> array.line() + " [" + String.join(", ", array.columns()) + "]")
                .toArray(String[]::new);
        named.put(ABOUT, new NpyArray.Text(new int[] {lines.length}, lines));
        arrays.forEach(array -> named.put(array.name(), array.rows()));
        return new Npz(named);
    }

    private static void writeBlock(OutputStream out, DrawnArray array) throws IOException {
        var text = new StringBuilder("# ").append(array.line()).append('\n');
        text.append(String.join(",", array.columns())).append('\n');
        int columns = array.columns().size();
        int count = array.rows().shape()[0] * columns;
        for (int i = 0; i < count; i++) {
            text.append(cell(array.rows(), i)).append((i + 1) % columns == 0 ? '\n' : ',');
        }
        out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(NpyArray rows, int index) {
        return switch (rows) {
            case NpyArray.Doubles numbers -> Csv.number(numbers.values()[index]);
            case NpyArray.Floats numbers -> Csv.number(numbers.values()[index]);
            case NpyArray.Longs numbers -> Long.toString(numbers.values()[index]);
            case NpyArray.Text texts -> '"' + texts.values()[index].replace("\"", "\"\"") + '"';
        };
    }
}
