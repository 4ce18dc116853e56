package scorescope.session.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stated profile, gamma or primaries are applied. */
class StatedColorsTest {
    private static final int[] PIXEL = {200, 40, 90};
    private static final byte[] SRGB_CHUNK = {0};

    /** How a file stores a pixel. */
    private enum Stored {
        GREY,
        GREY_16,
        RGB,
        RGB_16,
        PALETTE;

        int bits() {
            return this == GREY_16 || this == RGB_16 ? 16 : 8;
        }

        int bands() {
            return name().startsWith("RGB") ? 3 : 1;
        }

        /** A picture of one pixel with further chunks. */
        byte[] png(List<Map.Entry<String, byte[]>> chunks) {
            var file = new ByteArrayOutputStream();
            file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            int type = this == PALETTE ? 3 : bands() == 3 ? 2 : 0;
            chunk(file, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, (byte) bits(), (byte) type, 0, 0, 0});
            chunks.forEach(chunk -> chunk(file, chunk.getKey(), chunk.getValue()));
            if (this == PALETTE) {
                chunk(file, "PLTE", new byte[] {(byte) PIXEL[0], (byte) PIXEL[1], (byte) PIXEL[2]});
            }
            var row = new ByteArrayOutputStream();
            row.write(0);
            for (int i = 0; i < bands() * bits() / 8; i++) {
                row.write(this == PALETTE ? 0 : PIXEL[i * 8 / bits()]);
            }
            chunk(file, "IDAT", packed(row.toByteArray()));
            chunk(file, "IEND", new byte[0]);
            return file.toByteArray();
        }

        /** Luma of the pixel after {@code change} of each value. */
        double luma(DoubleUnaryOperator change) {
            double[] values = Arrays.stream(PIXEL)
                    .mapToDouble(value -> change.applyAsDouble(value / 255.0))
                    .toArray();
            boolean grey = this == GREY || this == GREY_16;
            return grey ? values[0] : 0.2126 * values[0] + 0.7152 * values[1] + 0.0722 * values[2];
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(ISO_8859_1))
                .put(data)
                .array();
        var crc = new CRC32();
        crc.update(body);
        file.writeBytes(ByteBuffer.allocate(8 + body.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) crc.getValue())
                .array());
    }

    private static byte[] packed(byte[] data) {
        var deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 100];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    private static byte[] hundredThousandths(double... values) {
        var data = ByteBuffer.allocate(4 * values.length);
        DoubleStream.of(values).forEach(value -> data.putInt((int) Math.round(value * 100_000)));
        return data.array();
    }

    private static double encoded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    private static double shade(byte[] file) throws Exception {
        var shades = new double[1];
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            new PictureShades(reader, PictureMetadata.of(file), "pixel").forEachRow((_, row) -> shades[0] = row[0]);
        }
        return shades[0];
    }

    /** An ICC profile with light = sample^power and the primaries of sRGB. */
    private static byte[] profile(double power, boolean grey) {
        var curve = ByteBuffer.allocate(16).put("curv".getBytes(ISO_8859_1)).putInt(0);
        curve.putInt(1).putShort((short) Math.round(power * 256));
        var tags = new LinkedHashMap<String, byte[]>();
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        if (grey) {
            tags.put("kTRC", curve.array());
        } else {
            for (String name : List.of("rTRC", "gTRC", "bTRC")) {
                tags.put(name, curve.array());
            }
            tags.put("rXYZ", xyz(0.4360, 0.2225, 0.0139));
            tags.put("gXYZ", xyz(0.3851, 0.7169, 0.0971));
            tags.put("bXYZ", xyz(0.1431, 0.0606, 0.7141));
        }
        int table = 132 + 12 * tags.size();
        int length =
                table + tags.values().stream().mapToInt(data -> data.length).sum();
        var file = ByteBuffer.allocate(length);
        file.putInt(length).putInt(0).putInt(0x02100000).put("mntr".getBytes(ISO_8859_1));
        file.put((grey ? "GRAY" : "RGB ").getBytes(ISO_8859_1)).put("XYZ ".getBytes(ISO_8859_1));
        file.put(36, "acsp".getBytes(ISO_8859_1)).put(68, xyz(0.9642, 1, 0.8249), 8, 12);
        file.position(128).putInt(tags.size());
        int at = table;
        for (var tag : tags.entrySet()) {
            file.put(tag.getKey().getBytes(ISO_8859_1)).putInt(at).putInt(tag.getValue().length);
            file.put(at, tag.getValue());
            at += tag.getValue().length;
        }
        return file.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        var data = ByteBuffer.allocate(20).put("XYZ ".getBytes(ISO_8859_1)).putInt(0);
        DoubleStream.of(x, y, z).forEach(value -> data.putInt((int) Math.round(value * 65536)));
        return data.array();
    }

    private static Map.Entry<String, byte[]> embedded(byte[] profile) {
        byte[] packed = packed(profile);
        return Map.entry(
                "iCCP",
                ByteBuffer.allocate(3 + packed.length)
                        .put(new byte[] {'p', 0, 0})
                        .put(packed)
                        .array());
    }

    @ParameterizedTest
    @EnumSource
    void samplesOfAFileThatStatesItsGammaAreLightToThatPower(Stored as) throws Exception {
        for (double gamma : new double[] {1, 0.55556, 0.7, 0.22727, 0.5}) {
            double right = as.luma(value -> encoded(Math.pow(value, 1 / gamma)));
            assertEquals(right, shade(as.png(List.of(Map.entry("gAMA", hundredThousandths(gamma))))), 1e-5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void samplesThatAreSrgbStayAsTheyAre(Stored as) throws Exception {
        double right = as.luma(value -> value);
        var srgb = Map.entry("sRGB", SRGB_CHUNK);
        var chromaticities = Map.entry("cHRM", hundredThousandths(0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06));
        var usual = Map.entry("gAMA", hundredThousandths(0.45455));
        var linear = Map.entry("gAMA", hundredThousandths(1));
        var none = Map.entry("gAMA", hundredThousandths(0));
        for (var chunks : List.of(
                List.<Map.Entry<String, byte[]>>of(),
                List.of(usual),
                List.of(usual, chromaticities),
                List.of(chromaticities),
                List.of(srgb, linear),
                List.of(none),
                List.of(embedded(new byte[200])),
                List.of(Map.entry("iCCP", new byte[] {'p', 0, 0, 1, 2, 3})))) {
            assertEquals(right, shade(as.png(chunks)), 1e-6, chunks.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProfileIsObeyedAndGoesBeforeGamma(Stored as) throws Exception {
        boolean grey = as == Stored.GREY || as == Stored.GREY_16;
        for (double power : new double[] {1, 1.5, 2.5}) {
            double right = as.luma(value -> encoded(Math.pow(value, power)));
            var chunks = List.of(Map.entry("gAMA", hundredThousandths(0.3)), embedded(profile(power, grey)));
            assertEquals(right, shade(as.png(chunks)), 2e-3, "to the power " + power);
            var other = List.of(embedded(profile(power, !grey)));
            assertEquals(as.luma(value -> value), shade(as.png(other)), 1e-6, "a profile of another kind of picture");
        }
    }

    /** Adobe RGB (1998), DCI-P3 with its white, and degenerate primaries; reference values by NumPy. */
    @ParameterizedTest
    @CsvSource({
        "0.3127 0.329 0.64 0.33 0.21 0.71 0.15 0.06, 0.318589",
        "0.314 0.351 0.68 0.32 0.265 0.69 0.15 0.06, 0.203854",
        "0.3127 0.329 0.3 0.3 0.3 0.3 0.3 0.3, 0.304416",
    })
    void primariesAreTurnedIntoThoseOfSrgb(String primaries, double right) throws Exception {
        double[] numbers = DoubleStream.of(Arrays.stream(primaries.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray();
        var chunks =
                List.of(Map.entry("gAMA", hundredThousandths(0.45455)), Map.entry("cHRM", hundredThousandths(numbers)));
        assertEquals(right, shade(Stored.RGB.png(chunks)), 1e-4);
    }

    /** The decoder ignores the profile of a grey JPEG. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2.5})
    void theProfileOfAGreyJpegIsObeyed(double power) throws Exception {
        byte[] profile = profile(power, true);
        byte[] data = ByteBuffer.allocate(14 + profile.length)
                .put("ICC_PROFILE\0".getBytes(ISO_8859_1))
                .put(new byte[] {1, 1})
                .put(profile)
                .array();
        byte[] jpeg = SavedPicture.withSegment(SavedPicture.GREY_JPEG.bytes(), 0xe2, data);
        double grey = encoded(Math.pow(SavedPicture.GREY / 255.0, power));
        var points = PictureFile.points(jpeg, 20_000, "grey");
        long right = Arrays.stream(points.x()).filter(x -> x > 0).count();
        double dark = Math.max(0, 0.5 - grey);
        assertEquals(dark / (0.5 + dark), right / 20_000.0, 0.006);
    }
}
