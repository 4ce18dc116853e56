package scorescope.plot.export.gif;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * LZW compression of GIF pixels, in blocks of at most 255 bytes. A pixel that equals the one shown before may be written as
 * its colour or as the transparent one; the encoder takes whichever prolongs the present match.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a, appendix F</a>
 */
final class LzwEncoder {
    private static final int COLOR_BITS = 8;
    private static final int CLEAR = 1 << COLOR_BITS;
    private static final int END = CLEAR + 1;
    private static final int MOST_CODES = 1 << 12;

    /** Size of the hash table: four slots per code, so that searches are short. */
    private static final int PLACES = 4 * MOST_CODES;

    private static final int EMPTY = -1;
    private static final int LONGEST_BLOCK = 255;

    /** (prefix << 8 | colour) of the codes in use, by hash; {@link #EMPTY} elsewhere. */
    private final int[] keys = new int[PLACES];

    private final short[] codes = new short[PLACES];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] block = new byte[LONGEST_BLOCK];
    private int filled;
    private long bits;
    private int bitCount;
    private int width;
    private int next;

    private LzwEncoder() {
        out.write(COLOR_BITS);
        width = COLOR_BITS + 1;
        restart();
    }

    /**
     * The image data of one frame, from the code size to the block terminator.
     *
     * @param pixels colour indices, row by row
     * @param unchanged whether the pixel equals the one shown before
     * @param transparent index of the transparent colour
     */
    static byte[] encode(byte[] pixels, boolean[] unchanged, int transparent) {
        var encoder = new LzwEncoder();
        encoder.write(pixels, unchanged, transparent);
        encoder.put(END);
        encoder.flush();
        return encoder.out.toByteArray();
    }

    private void write(byte[] pixels, boolean[] unchanged, int transparent) {
        int prefix = unchanged[0] ? transparent : pixels[0] & 0xff;
        for (int i = 1; i < pixels.length; i++) {
            int color = pixels[i] & 0xff;
            int first = unchanged[i] ? transparent : color;
            int place = place(prefix << COLOR_BITS | first);
            if (keys[place] == EMPTY && unchanged[i]) {
                int other = place(prefix << COLOR_BITS | color);
                place = keys[other] == EMPTY ? place : other;
            }
            if (keys[place] != EMPTY) {
                prefix = codes[place];
                continue;
            }
            put(prefix);
            if (next < MOST_CODES) {
                keys[place] = prefix << COLOR_BITS | first;
                codes[place] = (short) next;
                widen();
                next++;
            } else {
                restart();
            }
            prefix = first;
        }
        put(prefix);
        widen();
    }

    /** Widens the codes by one bit when a decoder does: once its table contains the code {@code next}. */
    private void widen() {
        if (next == 1 << width && next < MOST_CODES) {
            width++;
        }
    }

    /** The slot of a key, or the empty slot for it. */
    private int place(int key) {
        int place = (key * 0x9e3779b1) >>> 18;
        while (keys[place] != EMPTY && keys[place] != key) {
            place = (place + 1) & (PLACES - 1);
        }
        return place;
    }

    private void restart() {
        put(CLEAR);
        Arrays.fill(keys, EMPTY);
        width = COLOR_BITS + 1;
        next = END + 1;
    }

    private void put(int code) {
        bits |= (long) code << bitCount;
        bitCount += width;
        while (bitCount >= Byte.SIZE) {
            putByte();
        }
    }

    private void putByte() {
        block[filled++] = (byte) bits;
        bits >>>= Byte.SIZE;
        bitCount -= Byte.SIZE;
        if (filled == LONGEST_BLOCK) {
            endBlock();
        }
    }

    private void endBlock() {
        out.write(filled);
        out.write(block, 0, filled);
        filled = 0;
    }

    private void flush() {
        while (bitCount > 0) {
            putByte();
        }
        if (filled > 0) {
            endBlock();
        }
        out.write(0);
    }
}
