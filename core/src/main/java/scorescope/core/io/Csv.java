package scorescope.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;

/**
 * Numbers as comma-separated text. Points are read under the header {@code x,y}; any columns are written, each
 * number with 17 significant digits, which brings back the same double.
 */
public final class Csv {
    private static final List<String> POINTS_HEADER = List.of("x", "y");
    private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");
    private static final int LONGEST_SHOWN = 30;

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
     * Reads UTF-8 text whose first line is {@code x,y} and every further line two finite numbers. A byte order
     * mark, CRLF line ends, spaces around numbers and blank lines at the end are accepted.
     *
     * @param place what to call the file in messages; line and column (of the character) are added
     * @throws BadInputException if anything else stands there
     */
    public static Points readPoints(byte[] file, String place) {
        String text = decoded(file, place);
        var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        int count = lines.length;
        while (count > 0 && lines[count - 1].isBlank()) {
            count--;
        }
        if (count == 0) {
            throw new BadInputException(place, "is empty", "write a first line x,y and one point on each further line");
        }
        requireHeader(lines[0], place);
        if (count == 1) {
            throw new BadInputException(place + ": line 2", "there are no points", "add one point on each line");
        }
        var points = new Points(new double[count - 1], new double[count - 1]);
        for (int i = 1; i < count; i++) {
            readRow(lines[i], i, points, place);
        }
        return points;
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

    /** 17 significant digits, trailing zeros left out, as C's %.17g; nan, inf and -inf as Python writes them. */
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

    private static String decoded(byte[] file, String place) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new BadInputException(place, "is not UTF-8 text", "save it as CSV, UTF-8");
        }
    }

    private static void requireHeader(String line, String place) {
        var names = line.split(",", -1);
        if (names.length != 2
                || !names[0].strip().equals("x")
                || !names[1].strip().equals("y")) {
            throw new BadInputException(
                    place + ": line 1, column 1",
                    "the header is \"" + shown(line.strip()) + "\"",
                    "make the first line x,y");
        }
    }

    private static void readRow(String line, int index, Points points, String place) {
        int comma = line.indexOf(',');
        if (comma < 0) {
            String remedy = line.isBlank()
                    ? "remove the empty line"
                    : line.indexOf(';') >= 0
                            ? "separate by commas and write decimals with a point"
                            : "write two numbers separated by a comma";
            throw at(place, index, line, line.length(), "one value where two belong", remedy);
        }
        int more = line.indexOf(',', comma + 1);
        if (more >= 0) {
            throw at(place, index, line, more, "more than two values", "keep x and y only");
        }
        points.x[index - 1] = readNumber(line, 0, comma, index, place);
        points.y[index - 1] = readNumber(line, comma + 1, line.length(), index, place);
    }

    private static double readNumber(String line, int from, int to, int index, String place) {
        String field = line.substring(from, to).strip();
        int start = from;
        while (start < to && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        if (!NUMBER.matcher(field).matches()) {
            String wrong = field.isEmpty() ? "a value is missing" : "\"" + shown(field) + "\" is not a finite number";
            throw at(place, index, line, start, wrong, "write a number such as -1.5e-3 or remove the line");
        }
        double value = Double.parseDouble(field);
        if (Double.isInfinite(value)) {
            throw at(place, index, line, start, "\"" + shown(field) + "\" is too large", "use numbers up to 1.7e308");
        }
        return value;
    }

    private static BadInputException at(
            String place, int index, String line, int character, String problem, String remedy) {
        int column = line.codePointCount(0, character) + 1;
        return new BadInputException(place + ": line " + (index + 1) + ", column " + column, problem, remedy);
    }

    static String shown(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", "?");
        return oneLine.length() <= LONGEST_SHOWN ? oneLine : oneLine.substring(0, LONGEST_SHOWN) + "…";
    }
}
