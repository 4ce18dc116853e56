package scorescope.plot.export.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes the chunks of a PNG file in their order. */
final class PngChunks {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    static final byte TRUE_COLOR = 2;
    static final byte WITH_ALPHA = 6;

    /** Longest session that is stored twice; longer ones contain weights or points. */
    private static final int MOST_COPIED = 1 << 16;

    private static final double INCH_IN_METRES = 0.0254;

    private final OutputStream out;

    PngChunks(OutputStream out) {
        this.out = out;
    }

    /** Writes the signature and the header of a picture with 8 bits per channel. */
    void begin(int columns, int rows, byte colors) throws IOException {
        out.write(SIGNATURE);
        var header = new ByteArrayOutputStream();
        number(header, columns);
        number(header, rows);
        header.writeBytes(new byte[] {8, colors, 0, 0, 0});
        chunk("IHDR", header.toByteArray());
    }

    /**
     * Writes the chunks that precede the pixels. A short session is stored as iTXt and as zTXt, since ImageMagick 6 drops
     * iTXt when it saves a file again.
     *
     * @param dpi pixels per inch; not stated in the file if 0
     * @param description the picture in words; left out if empty
     */
    void about(double dpi, String description, Optional<String> session) throws IOException {
        if (dpi > 0) {
            var density = new ByteArrayOutputStream();
            int perMetre = (int) Math.round(dpi / INCH_IN_METRES);
            number(density, perMetre);
            number(density, perMetre);
            density.write(1);
            chunk("pHYs", density.toByteArray());
        }
        if (session.isPresent()) {
            text(PngFile.KEYWORD, session.get());
            if (session.get().length() <= MOST_COPIED) {
                packed(PngFile.KEYWORD, PngText.ascii(session.get()));
            }
        }
        if (!description.isEmpty()) {
            text(PngFile.DESCRIPTION, description);
        }
    }

    private void text(String keyword, String text) throws IOException {
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[5]); // end of keyword, not compressed, method 0, no language, no translation
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        chunk("iTXt", data.toByteArray());
    }

    /** A compressed text of ASCII characters; programs that drop iTXt keep it. */
    private void packed(String keyword, String text) throws IOException {
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[2]); // end of keyword, compression method 0
        try (var deflater = new DeflaterOutputStream(data)) {
            deflater.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        chunk("zTXt", data.toByteArray());
    }

    void chunk(String type, byte[]... parts) throws IOException {
        var body = new ByteArrayOutputStream();
        body.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        byte[] bytes = body.toByteArray();
        var crc = new CRC32();
        crc.update(bytes);
        number(out, bytes.length - 4);
        out.write(bytes);
        number(out, (int) crc.getValue());
    }

    void end() throws IOException {
        chunk("IEND");
    }

    static void number(OutputStream to, int value) throws IOException {
        to.write(value >>> 24);
        to.write(value >>> 16);
        to.write(value >>> 8);
        to.write(value);
    }

    static byte[] numbers(int... values) {
        var bytes = java.nio.ByteBuffer.allocate(Integer.BYTES * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}
