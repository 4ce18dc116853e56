package scorescope.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import scorescope.core.BadInputException;

/**
 * Numbers as comma-separated text. Points are read from the columns {@code x} and {@code y} of a {@link PointTable}; any
 * columns can be written, each number with 17 significant digits, from which the same double is read.
 */
public final class Csv {
    private static final List<String> POINTS_HEADER = List.of("x", "y");
    private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);

    private Csv() {}

    /** n points, structure of arrays. */
    public record Points(double[] x, double[] y) {
        public int count() {
            return x.length;
        }
    }

    /** @throws BadInputException if there is no such file or it is not points */
    public static Points readPoints(Path file) throws IOException {
        return readPoints(InputFile.bytes(file), file.toString());
    }

    /**
     * Reads a table of points: columns called x and y, or two columns without names; see {@link PointTable}.
     *
     * @param place name of the file in messages; line and column (in characters) are added
     * @throws BadInputException if it is not text, or not a table that can be read in exactly one way
     */
    public static Points readPoints(byte[] file, String place) {
        return PointTable.read(
                InputText.decode(file)
                        .orElseThrow(() -> InputText.endsInsideCharacter(file)
                                ? BadInputException.of(place, "core.io.csv.cut-off")
                                : BadInputException.of(place, "core.io.csv.not-text")),
                place);
    }

    /**
     * Writes columns of equal length under {@code header}, line ends \n.
     *
     * @param columns one array a column; not modified
     */
    public static void write(OutputStream out, List<String> header, List<double[]> columns) throws IOException {
        if (header.size() != columns.size() || columns.isEmpty()) {
            throw new IllegalArgumentException(header.size() + " names for " + columns.size() + " columns");
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(String.join(",", header) + "\n");
        for (int row = 0; row < columns.getFirst().length; row++) {
            for (int column = 0; column < columns.size(); column++) {
                writer.write(number(columns.get(column)[row]));
                writer.write(column + 1 < columns.size() ? ',' : '\n');
            }
        }
        writer.flush();
    }

    /** Writes points under {@code x,y}. */
    public static void writePoints(OutputStream out, double[] x, double[] y) throws IOException {
        write(out, POINTS_HEADER, List.of(x, y));
    }

    /** 17 significant digits without trailing zeros, as C's %.17g; nan, inf and -inf as Python writes them. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < 17) {
            return rounded.toPlainString();
        }
        var digits = rounded.unscaledValue().abs().toString();
        return (value < 0 ? "-" : "") + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
