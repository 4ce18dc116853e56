package scorescope.core.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text of a file: UTF-8, or UTF-16 or UTF-32 in either byte order, recognised by the byte order mark or, without one, by the
 * zero bytes beside a first character of ASCII. The mark is not part of the text.
 */
public final class InputText {
    private static final int LONGEST_SHOWN = 30;

    private InputText() {}

    /** The text of {@code file}; empty if its bytes are not text in the encoding they begin with. */
    public static Optional<String> decode(byte[] file) {
        var charset = charset(file);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    /** Whether {@code file} is text whose last character is incomplete, as after an interrupted copy. */
    public static boolean endsInsideCharacter(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        var result = charset(file).newDecoder().decode(bytes, CharBuffer.allocate(file.length), false);
        return result.isUnderflow() && bytes.hasRemaining();
    }

    private static Charset charset(byte[] file) {
        if (begins(file, 0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (begins(file, 0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        }
        if (begins(file, 0xff, 0xfe) || (file.length > 1 && file[0] > 0 && file[1] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(file, 0xfe, 0xff) || (file.length > 1 && file[0] == 0 && file[1] > 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] file, int... mark) {
        var bytes = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            bytes[i] = (byte) mark[i];
        }
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, bytes, 0, mark.length);
    }

    /** An excerpt of a file for a message: one line of limited length. */
    static String shown(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", "?");
        return oneLine.length() <= LONGEST_SHOWN ? oneLine : oneLine.substring(0, LONGEST_SHOWN) + "…";
    }
}
