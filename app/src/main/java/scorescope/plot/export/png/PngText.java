package scorescope.plot.export.png;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import scorescope.core.BadInputException;
import scorescope.core.io.InputText;
import scorescope.words.Words;

/**
 * Reads text from a PNG file, from each of the three chunks for text: tEXt, zTXt (compressed) and iTXt (compressed or
 * not). Programs that save a PNG again may use any of them.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#11textinfo">PNG specification, third edition, 11.3.3</a>
 */
public final class PngText {
    private static final int CHUNK = 12;
    private static final int LARGEST = 64 << 20;

    private PngText() {}

    public static boolean isPng(byte[] bytes) {
        return bytes.length >= 8 && Arrays.equals(bytes, 0, 8, PngChunks.SIGNATURE, 0, 8);
    }

    /** The same JSON in ASCII characters: others, which JSON allows in strings alone, are escaped. */
    static String ascii(String json) {
        var text = new StringBuilder(json.length());
        json.chars().forEach(unit -> {
            if (unit < 0x80) {
                text.append((char) unit);
            } else {
                text.append("\\u%04x".formatted(unit));
            }
        });
        return text.toString();
    }

    /**
     * The first text under {@code keyword}, ignoring case.
     *
     * @param place what to call the file in messages
     * @throws BadInputException if the file ends inside a chunk before that, or the text cannot be decompressed
     */
    public static Optional<String> under(String keyword, byte[] bytes, String place) {
        var file = ByteBuffer.wrap(bytes);
        int at = PngChunks.SIGNATURE.length;
        while (at + CHUNK <= bytes.length) {
            int length = file.getInt(at);
            if (length < 0 || length > bytes.length - at - CHUNK) {
                throw new BadInputException(
                        place,
                        Words.text("figure.png-text.png-cut-off"),
                        Words.text("figure.png-text.export-figure-again"));
            }
            var type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            var text = text(type, Arrays.copyOfRange(bytes, at + 8, at + 8 + length), keyword, place);
            if (text.isPresent()) {
                return text;
            }
            at += CHUNK + length;
        }
        return Optional.empty();
    }

    private static Optional<String> text(String type, byte[] data, String keyword, String place) {
        if (!type.equals("tEXt") && !type.equals("zTXt") && !type.equals("iTXt")) {
            return Optional.empty();
        }
        int end = zero(data, 0);
        if (end < 0 || !new String(data, 0, end, StandardCharsets.ISO_8859_1).equalsIgnoreCase(keyword)) {
            return Optional.empty();
        }
        int at = end + 1;
        boolean packed = type.equals("zTXt");
        if (packed) {
            at++; // the compression method; there is only one
        } else if (type.equals("iTXt")) {
            packed = at < data.length && data[at] != 0;
            at += 2;
            for (int i = 0; i < 2; i++) { // language and translated keyword
                int next = at > data.length ? -1 : zero(data, at);
                if (next < 0) {
                    return Optional.empty();
                }
                at = next + 1;
            }
        }
        if (at > data.length) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(data, at, data.length);
        return Optional.of(decoded(packed ? unpacked(text, place) : text));
    }

    /**
     * Decodes as UTF-8 if valid, since many programs write it into tEXt too, although tEXt is defined as ISO 8859-1.
     */
    private static String decoded(byte[] text) {
        return InputText.decode(text).orElseGet(() -> new String(text, StandardCharsets.ISO_8859_1));
    }

    private static int zero(byte[] data, int from) {
        for (int i = from; i < data.length; i++) {
            if (data[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] unpacked(byte[] packed, String place) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] text = in.readNBytes(LARGEST);
            if (in.read() < 0) {
                return text;
            }
        } catch (IOException damaged) {
            throw new BadInputException(
                    place,
                    Words.text("figure.png-text.session-png-damaged"),
                    Words.text("figure.png-text.export-figure-again"));
        }
        throw new BadInputException(
                place,
                Words.text("figure.png-text.session-png-larger-than-mb", LARGEST >> 20),
                Words.text("figure.png-text.export-figure-again"));
    }
}
