package scorescope.plot.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * All readable text of a file, for a search for names: its bytes, every compressed stream in them, and what is encoded in
 * base64 or hexadecimal digits. In lower case; zero bytes are left out, so that UTF-16 is readable.
 */
public final class ReadableText {
    private static final int DEPTH = 2;
    private static final int LARGEST = 50_000_000;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");
    private static final Pattern HEXADECIMAL = Pattern.compile("<([0-9A-Fa-f]{8,})>");

    private final StringBuilder all = new StringBuilder();

    private ReadableText() {}

    public static String of(byte[] file) {
        var readable = new ReadableText();
        readable.read(file, DEPTH);
        return readable.all.toString();
    }

    private void read(byte[] bytes, int depth) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        all.append(text.replace("\0", "").toLowerCase(Locale.ROOT)).append('\n');
        if (depth == 0) {
            return;
        }
        for (int at = 0; at + 2 < bytes.length; at++) {
            if (isZlib(bytes, at)) {
                byte[] inflated = inflated(bytes, at);
                if (inflated.length > 0) {
                    read(inflated, depth - 1);
                }
            }
        }
        // Base64 is split over lines of TeX.
        var joined = text.replaceAll("\\R% session ", "");
        BASE64.matcher(joined).results().forEach(found -> {
            var digits = found.group().replace("=", "");
            read(Base64.getDecoder().decode(digits.substring(0, digits.length() / 4 * 4)), depth - 1);
        });
        HEXADECIMAL.matcher(text).results().forEach(found -> {
            var digits = found.group(1);
            read(HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2)), 0);
        });
    }

    /** The two bytes that a stream begins with are a multiple of 31 (RFC 1950). */
    private static boolean isZlib(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        return (first & 0x0f) == 8 && first >>> 4 <= 7 && ((first << 8) | (bytes[at + 1] & 0xff)) % 31 == 0;
    }

    /** The decompressed bytes up to the end of the stream or an error. */
    private static byte[] inflated(byte[] bytes, int at) {
        var out = new ByteArrayOutputStream();
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, at, bytes.length - at);
            byte[] part = new byte[8192];
            int count = 1;
            while (count > 0 && out.size() < LARGEST) {
                count = inflater.inflate(part);
                out.write(part, 0, count);
            }
        } catch (DataFormatException end) {
            return out.size() > 32 ? out.toByteArray() : new byte[0];
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
