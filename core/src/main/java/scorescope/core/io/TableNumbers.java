package scorescope.core.io;

import java.util.regex.Pattern;
import scorescope.core.BadInputException;

/**
 * Numbers of a table of text, with a decimal point or with a decimal comma, the same in the whole table. Records the
 * commas seen, since some may separate thousands.
 */
final class TableNumbers {
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");

    private boolean points;
    private boolean commas;

    /** Whether a comma was seen that cannot separate thousands. */
    private boolean decimalCommas;

    private String firstComma = "";

    /** Whether the field is a finite number, in either notation. */
    static boolean isNumber(DelimitedRows rows, int field) {
        String written = plain(rows.field(field));
        return isNumber(written, '.') || isNumber(written, ',');
    }

    /**
     * The field's value.
     *
     * @throws BadInputException if it is not a finite number, or has another decimal mark than those before
     */
    double read(DelimitedRows rows, int field) {
        String written = plain(rows.field(field));
        boolean comma = written.indexOf(',') >= 0;
        if (!isNumber(written, comma ? ',' : '.')) {
            throw refusal(rows, field, written);
        }
        boolean point = written.indexOf('.') >= 0;
        points |= point;
        commas |= comma;
        if (points && commas) {
            throw rows.wrong(field, "core.io.table-numbers.two-marks", written);
        }
        if (comma) {
            decimalCommas |= !THOUSANDS.matcher(written).matches();
            firstComma = firstComma.isEmpty() ? written : firstComma;
        }
        double value = Double.parseDouble(comma ? written.replace(',', '.') : written);
        if (Double.isInfinite(value)) {
            throw rows.wrong(field, "core.io.table-numbers.too-large", InputText.shown(written));
        }
        return value;
    }

    /** @throws BadInputException if every comma seen may separate thousands, unless semicolons separate the fields */
    void requireDecimalCommas(char delimiter, String place) {
        if (commas && !decimalCommas && delimiter != ';') {
            throw BadInputException.of(place, "core.io.table-numbers.ambiguous-comma", firstComma);
        }
    }

    /** With a hyphen for the minus sign that typesetting uses. */
    private static String plain(String written) {
        return written.replace('\u2212', '-');
    }

    private static BadInputException refusal(DelimitedRows rows, int field, String written) {
        if (written.isEmpty()) {
            return rows.wrong(field, "core.io.table-numbers.missing");
        }
        String digits = written.replaceAll("[.,' \u00a0\u202f]", "");
        return rows.wrong(
                field,
                isNumber(digits, '.') ? "core.io.table-numbers.thousands" : "core.io.table-numbers.not-finite",
                InputText.shown(written));
    }

    private static boolean isNumber(String text, char mark) {
        int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int whole = digits(text, at);
        int fraction = 0;
        at += whole;
        if (at < text.length() && text.charAt(at) == mark) {
            fraction = digits(text, at + 1);
            at += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            at += at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? 1 : 0;
            int exponent = digits(text, at);
            at = exponent == 0 ? -1 : at + exponent;
        }
        return at == text.length();
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }
}
