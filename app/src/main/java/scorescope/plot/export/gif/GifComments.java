package scorescope.plot.export.gif;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/** Comments of a GIF file, one of which holds the session. Programs that save a GIF again may join them. */
public final class GifComments {
    static final byte[] SIGNATURE = "GIF89a".getBytes(StandardCharsets.US_ASCII);

    /** Label of a comment extension. */
    static final int COMMENT = 0xfe;

    /** Stands before the session in its comment. */
    static final String MARK = "scorescope-session:";

    private static final byte[] FIRST_VERSION = "GIF87a".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 13;
    private static final int IMAGE = 0x2c;
    private static final int IMAGE_HEADER = 10;

    private final byte[] file;
    private final String place;
    private int at = HEADER;

    private GifComments(byte[] file, String place) {
        this.file = file;
        this.place = place;
    }

    /** Whether a file with these first bytes is a GIF. */
    public static boolean isGif(byte[] start) {
        return start.length >= SIGNATURE.length
                && (Arrays.equals(SIGNATURE, Arrays.copyOf(start, SIGNATURE.length))
                        || Arrays.equals(FIRST_VERSION, Arrays.copyOf(start, SIGNATURE.length)));
    }

    /**
     * The session; empty if no comment holds one.
     *
     * @param place what to call the file in messages
     * @throws BadInputException if the file is cut off before the session
     */
    public static Optional<String> session(byte[] file, String place) {
        return new GifComments(file, place).find();
    }

    private Optional<String> find() {
        at += palette(10);
        while (at < file.length) {
            switch (next()) {
                case 0x21 -> {
                    boolean comment = next() == COMMENT;
                    var text = new String(blocks(), StandardCharsets.UTF_8);
                    int mark = comment ? text.indexOf(MARK) : -1;
                    if (mark >= 0) {
                        return Optional.of(text.substring(mark + MARK.length()));
                    }
                }
                case IMAGE -> {
                    int image = at - 1;
                    at = image + IMAGE_HEADER + palette(image + 9) + 1;
                    blocks();
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        throw cutOff();
    }

    /** Bytes of the palette that the flags at {@code flags} announce. */
    private int palette(int flags) {
        if (flags >= file.length) {
            throw cutOff();
        }
        return (file[flags] & 0x80) == 0 ? 0 : 3 << ((file[flags] & 7) + 1);
    }

    private int next() {
        if (at >= file.length) {
            throw cutOff();
        }
        return file[at++] & 0xff;
    }

    /** The content of blocks up to their terminator. */
    private byte[] blocks() {
        var content = new ByteArrayOutputStream();
        for (int length = next(); length > 0; length = next()) {
            if (length > file.length - at) {
                throw cutOff();
            }
            content.write(file, at, length);
            at += length;
        }
        return content.toByteArray();
    }

    private BadInputException cutOff() {
        return new BadInputException(place, Words.text("film.gif.cut-off"), Words.text("film.export-again"));
    }
}
