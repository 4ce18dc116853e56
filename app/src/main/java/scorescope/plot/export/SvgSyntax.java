package scorescope.plot.export;

import java.util.Locale;
import scorescope.plot.paint.Color;

/** Numbers, colours and text as an SVG file writes them. */
final class SvgSyntax {
    private SvgSyntax() {}

    static void fill(StringBuilder out, Color color) {
        out.append(" fill=\"").append(color(color)).append('"');
        opacity(out, "fill-opacity", color);
    }

    static void opacity(StringBuilder out, String attribute, Color color) {
        int alpha = color.argb() >>> 24;
        if (alpha < 255) {
            out.append(' ')
                    .append(attribute)
                    .append("=\"")
                    .append(number(alpha / 255.0))
                    .append('"');
        }
    }

    static String color(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.argb() & 0xffffff);
    }

    static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static String millimetres(double points) {
        return String.format(Locale.ROOT, "%.3f", points * 25.4 / 72).replaceAll("\\.?0+$", "");
    }

    /** A number to a hundredth, in the fewest characters. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        var sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        if (rest == 0) {
            return sign + whole;
        }
        var decimals = rest % 10 == 0 ? Long.toString(rest / 10) : (rest < 10 ? "0" : "") + rest;
        return sign + (whole == 0 ? "" : whole) + "." + decimals;
    }

    static String escape(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
