package scorescope.session.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/**
 * A session's JSON as a short text for chats and slides: {@code scorescope:}, one character for the version, then base64url of the
 * raw deflate stream (RFC 1951) and of the CRC-32 of the JSON, most significant byte first.
 *
 * <p>The deflate stream starts from a preset dictionary of a session's usual text. A dictionary belongs to its version and never
 * changes, or older links could not be read.
 */
public final class LinkText {
    /** Prefix of every link. */
    public static final String SCHEME = "scorescope:";

    /** Longest link, in characters. */
    public static final int LONGEST = 2000;

    /** Largest JSON that a link may contain, in bytes: a short deflate stream can expand to gigabytes. */
    static final int LARGEST = 1 << 18;

    private static final char VERSION = '1';
    private static final int CHECK = Integer.BYTES;
    private static final int LEVEL = 9;

    /** Characters of base64 for three bytes. */
    private static final int CHARACTERS = 4;

    private static final int BYTES = 3;

    private LinkText() {}

    /** Whether {@code text} begins like a link. */
    public static boolean isLink(String text) {
        return text.strip().startsWith(SCHEME);
    }

    /**
     * The link of a session's JSON.
     *
     * @throws BadInputException if it has more than {@link #LONGEST} characters
     */
    public static String of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(deflated(bytes));
        packed.writeBytes(check(bytes));
        String link = SCHEME + VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
        if (link.length() > LONGEST) {
            throw new BadInputException(
                    Words.text("session.link.place"),
                    Words.text("session.link.too-long", link.length(), LONGEST),
                    Words.text("session.link.share-file"));
        }
        return link;
    }

    /**
     * The JSON of a link. Blanks and line breaks, which chats add, are ignored.
     *
     * @throws BadInputException saying which part of the link is damaged
     */
    public static String json(String link) {
        String text = link.replaceAll("\\s", "");
        if (text.length() > LONGEST) {
            throw damaged(Words.text("session.link.too-long", text.length(), LONGEST));
        }
        if (text.length() <= SCHEME.length() + 1) {
            throw damaged(Words.text("session.link.empty"));
        }
        char version = text.charAt(SCHEME.length());
        if (version != VERSION) {
            throw new BadInputException(
                    Words.text("session.link.place"),
                    Words.text("session.link.version", version, VERSION),
                    Words.text("session.link.newer"));
        }
        byte[] packed = decoded(text, SCHEME.length() + 1);
        if (packed.length <= CHECK) {
            throw damaged(Words.text("session.link.cut-off", text.length()));
        }
        byte[] stream = Arrays.copyOf(packed, packed.length - CHECK);
        byte[] json = inflated(stream, text.length());
        if (!Arrays.equals(check(json), Arrays.copyOfRange(packed, stream.length, packed.length))) {
            throw damaged(Words.text("session.link.altered"));
        }
        return new String(json, StandardCharsets.UTF_8);
    }

    private static byte[] decoded(String text, int from) {
        String letters = text.substring(from);
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            boolean known = (letter >= 'A' && letter <= 'Z')
                    || (letter >= 'a' && letter <= 'z')
                    || (letter >= '0' && letter <= '9')
                    || letter == '-'
                    || letter == '_';
            if (!known) {
                throw damaged(Words.text("session.link.letter", from + i + 1, letter));
            }
        }
        try {
            return Base64.getUrlDecoder().decode(letters);
        } catch (IllegalArgumentException oneLetterOver) {
            throw damaged(Words.text("session.link.cut-off", text.length()));
        }
    }

    private static byte[] deflated(byte[] json) {
        var deflater = new Deflater(LEVEL, true);
        try {
            deflater.setDictionary(dictionary());
            deflater.setInput(json);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[LONGEST];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflated(byte[] stream, int characters) {
        var inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary());
            inflater.setInput(stream);
            var out = new ByteArrayOutputStream();
            var buffer = new byte[LONGEST];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                out.write(buffer, 0, read);
                if (out.size() > LARGEST) {
                    throw damaged(Words.text("session.link.bomb", LARGEST >> 10));
                }
                if (read == 0 && !inflater.finished()) {
                    throw damaged(Words.text("session.link.cut-off", characters));
                }
            }
            if (inflater.getRemaining() > 0) {
                throw damaged(Words.text("session.link.altered-near", near(inflater.getBytesRead())));
            }
            return out.toByteArray();
        } catch (DataFormatException wrong) {
            throw damaged(Words.text("session.link.altered-near", near(inflater.getBytesRead())));
        } finally {
            inflater.end();
        }
    }

    /** The character of the link that holds this byte of the stream. */
    private static long near(long bytes) {
        return SCHEME.length() + 1 + bytes * CHARACTERS / BYTES + 1;
    }

    private static byte[] check(byte[] json) {
        var crc = new CRC32();
        crc.update(json);
        return ByteBuffer.allocate(CHECK).putInt((int) crc.getValue()).array();
    }

    static byte[] dictionary() {
        try (var stream = LinkText.class.getResourceAsStream("/scorescope/links/dictionary-" + VERSION + ".txt")) {
            if (stream == null) {
                throw new IllegalStateException("the assets lack " + VERSION);
            }
            return stream.readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static BadInputException damaged(String part) {
        return new BadInputException(Words.text("session.link.place"), part, Words.text("session.link.copy-whole"));
    }
}
