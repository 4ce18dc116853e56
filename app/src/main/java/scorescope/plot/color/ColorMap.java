package scorescope.plot.color;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/** A table of opaque colours from low (0) to high (1). Immutable; mapping allocates nothing. */
public final class ColorMap {
    private final String name;
    private final int[] table;

    private ColorMap(String name, int[] table) {
        this.name = name;
        this.table = table;
    }

    /** How values between low and high are spread over the table. */
    public enum Scaling {
        LINEAR,
        /** By the logarithm of the value; both ends must be above 0, values at or below 0 get the lowest colour. */
        LOG
    }

    /**
     * Reads a table: a header line {@code r,g,b}, then one row of three numbers 0–255 an entry.
     *
     * @throws BadInputException naming the line of {@code place} that cannot be read
     */
    public static ColorMap parse(String name, List<String> lines, String place) {
        var rows = lines.stream().skip(1).filter(line -> !line.isBlank()).toList();
        if (rows.size() < 2) {
            throw new BadInputException(
                    place,
                    Words.text("figure.color-map.fewer-than-two-colours"),
                    Words.text("figure.color-map.give-header-least-two-rows"));
        }
        int[] table = new int[rows.size()];
        for (int k = 0; k < table.length; k++) {
            table[k] = color(rows.get(k), Words.text("figure.color-map.line", place, k + 2));
        }
        return new ColorMap(name, table);
    }

    private static int color(String row, String place) {
        var parts = row.split(",", -1);
        int argb = 0xff;
        try {
            for (var part : parts) {
                int channel = Integer.parseInt(part.strip());
                if (parts.length != 3 || channel < 0 || channel > 255) {
                    throw new NumberFormatException(part);
                }
                argb = argb << 8 | channel;
            }
        } catch (NumberFormatException _) {
            throw new BadInputException(
                    place,
                    Words.text("figure.color-map.not-colour", row),
                    Words.text("figure.color-map.write-three-numbers-0-to"));
        }
        return argb;
    }

    /** Reads a table of the assets, {@code scorescope/colormaps/<table>.csv}. */
    static ColorMap resource(String name, String table) {
        var path = "/scorescope/colormaps/" + table + ".csv";
        try (InputStream in = ColorMap.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the assets lack " + path);
            }
            return parse(
                    name,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    /** Whether low values, which cover most of a picture, are darker than middle grey. */
    public boolean darkAtLow() {
        int rgb = table[0];
        return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) < 128;
    }

    /** The same colours from the other end. */
    public ColorMap reversed() {
        int[] turned = new int[table.length];
        for (int k = 0; k < table.length; k++) {
            turned[k] = table[table.length - 1 - k];
        }
        return new ColorMap(name, turned);
    }

    public int entries() {
        return table.length;
    }

    /** The colour at {@code t} in [0, 1], clamped there; nothing (transparent) for NaN. */
    public int argb(double t) {
        if (Double.isNaN(t)) {
            return 0;
        }
        int k = (int) (t * table.length);
        return table[Math.clamp(k, 0, table.length - 1)];
    }

    /**
     * The colours of the first {@code count} values, low at the table's start and high at its end.
     *
     * @param values not modified; NaN becomes transparent
     * @param out overwritten at 0..count−1, 0xAARRGGBB
     */
    public void map(float[] values, int count, Scaling scaling, double low, double high, int[] out) {
        switch (scaling) {
            case LINEAR -> mapLinear(values, count, (float) low, (float) (table.length / (high - low)), out);
            case LOG -> mapLog(values, count, Math.log(low), 1 / Math.log(high / low), out);
        }
    }

    private void mapLinear(float[] values, int count, float low, float perUnit, int[] out) {
        int last = table.length - 1;
        for (int i = 0; i < count; i++) {
            float v = values[i];
            int k = (int) ((v - low) * perUnit);
            out[i] = !Float.isNaN(v) ? table[Math.max(0, Math.min(last, k))] : 0;
        }
    }

    private void mapLog(float[] values, int count, double logLow, double perUnit, int[] out) {
        for (int i = 0; i < count; i++) {
            float v = values[i];
            out[i] = v > 0 ? argb((Math.log(v) - logLow) * perUnit) : v <= 0 ? table[0] : 0;
        }
    }
}
