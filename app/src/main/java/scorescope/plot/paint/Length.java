package scorescope.plot.paint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/** Physical lengths as people write them: {@code 85mm}, {@code 8.5cm}, {@code 3.25in}, {@code 240pt}. */
public final class Length {
    public static final double POINTS_PER_INCH = 72;

    /** Smallest width and height of a legible figure, in points. */
    private static final double LEAST = 72;

    private static final double MOST = 72 * 60;
    private static final Pattern FORM = Pattern.compile("\\s*([0-9]*\\.?[0-9]+)\\s*([a-z]+)\\s*");
    private static final Map<String, Double> UNITS = Map.of("mm", 72 / 25.4, "cm", 720 / 25.4, "in", 72.0, "pt", 1.0);

    private Length() {}

    /** A length in millimetres, rounded up to a tenth: {@code 60.4mm}. */
    public static String millimetres(double points) {
        return BigDecimal.valueOf(points / UNITS.get("mm"))
                        .setScale(1, RoundingMode.CEILING)
                        .stripTrailingZeros()
                        .toPlainString()
                + "mm";
    }

    /**
     * The width or height of a figure in points.
     *
     * @param place where the text stands, for the message
     * @throws BadInputException if it is not a number with a unit, or below 1 inch or above 60
     */
    public static double points(String text, String place) {
        var form = FORM.matcher(text);
        if (!form.matches() || !UNITS.containsKey(form.group(2))) {
            throw new BadInputException(
                    place,
                    Words.text("figure.length.not-length", text),
                    Words.text("figure.length.write-number-mm-cm-pt"));
        }
        double points = Double.parseDouble(form.group(1)) * UNITS.get(form.group(2));
        if (!(points >= LEAST && points <= MOST)) {
            throw new BadInputException(
                    place,
                    Words.text("figure.length.no-width-figure", text),
                    Words.text("figure.length.choose-between-1in-25-4mm"));
        }
        return points;
    }
}
