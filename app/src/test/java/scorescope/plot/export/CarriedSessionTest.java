package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.plot.export.png.PngFile;

/** The session is found in any valid form in which another program saves the figure. */
class CarriedSessionTest {
    private static final String JSON = "{\"scorescope\": 1, \"noise\": {\"sigma\": 0.75}}";

    /** The same with a character beyond ISO 8859-1, in a value that may hold it. */
    private static final String GREEK = "{\"scorescope\": 1, \"density\": {\"file\": \"λ.csv\"}}";

    private static final String BODY =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1mm\" height=\"1mm\"><metadata>"
                    + "<scorescope:session xmlns:scorescope=\"urn:scorescope:session\">" + GREEK
                    + "</scorescope:session></metadata></svg>";

    @TempDir
    Path folder;

    /** A PNG of one pixel with an additional chunk before its end. */
    private static byte[] png(String type, byte[]... parts) {
        byte[] plain = PngFile.of(new int[] {0xff00ff00}, 1, 1);
        var data = new ByteArrayOutputStream();
        data.writeBytes(latin(type));
        for (byte[] part : parts) {
            data.writeBytes(part);
        }
        var crc = new CRC32();
        crc.update(data.toByteArray());
        int end = plain.length - 12;
        return ByteBuffer.allocate(plain.length + data.size() + 8)
                .put(plain, 0, end)
                .putInt(data.size() - 4)
                .put(data.toByteArray())
                .putInt((int) crc.getValue())
                .put(plain, end, 12)
                .array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] data) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        }
        return out.toByteArray();
    }

    @Test
    void everyTextChunkOfAPngIsRead() throws IOException {
        assertEquals(GREEK, in(png("iTXt", latin("scorescope\0\0\0\0\0"), utf8(GREEK))));
        assertEquals(GREEK, in(png("iTXt", latin("scorescope\0\1\0\0\0"), packed(utf8(GREEK)))));
        assertEquals(GREEK, in(png("iTXt", latin("scorescope\0\0\0en-GB\0"), utf8("Sitzung für λ\0"), utf8(GREEK))));
        assertEquals(JSON, in(png("zTXt", latin("scorescope\0\0"), packed(latin(JSON)))));
        assertEquals(JSON, in(png("tEXt", latin("scorescope\0"), latin(JSON))));
        assertEquals(GREEK, in(png("tEXt", latin("Scorescope\0"), utf8(GREEK))));
        String umlaut = GREEK.replace("λ", "ü");
        assertEquals(umlaut, in(png("tEXt", latin("scorescope\0"), latin(umlaut))));
        assertEquals(umlaut, in(png("zTXt", latin("scorescope\0\0"), packed(latin(umlaut)))));
    }

    @Test
    void otherTextAndDamagedTextIsNoSession() throws IOException {
        assertThrows(BadInputException.class, () -> in(png("tEXt", latin("Software\0"), latin(JSON))));
        assertThrows(BadInputException.class, () -> in(png("iTXt", latin("scorescope\0\0\0"), latin("x"))));
        byte[] half = Arrays.copyOf(packed(latin(JSON)), 12);
        var refused = assertThrows(BadInputException.class, () -> in(png("zTXt", latin("scorescope\0\0"), half)));
        assertEquals("the session in the PNG is damaged", refused.problem());
    }

    /** svg-behind-blank-lines (both files) and other valid beginnings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "\r\n \t\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
                "<?xml version='1.0' standalone='yes'?>\n<!-- saved by another program -->\n",
                "<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.css\"?>",
                "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
                        + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n",
                "<!DOCTYPE svg [ <!ENTITY ns_svg \"http://www.w3.org/2000/svg\"> ]>\n",
                "<!DOCTYPE svg SYSTEM \"file:///nowhere/svg.dtd\" [ <!ENTITY more SYSTEM \"file:///etc/passwd\"> ]>\n"
            })
    void anSvgMayBeginInAnyLegalWay(String start) throws IOException {
        assertEquals(GREEK, in(utf8(start + BODY)));
        assertEquals(GREEK, in(utf8("\uFEFF" + start + BODY)));
        assertEquals(GREEK, in(gzip(utf8(start + BODY))));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, '', ''",
        "UTF-16LE, \uFEFF, ''",
        "UTF-16LE, '', ''",
        "UTF-16BE, '', ''",
        "UTF-16, '', UTF-16",
        "UTF-16LE, \uFEFF, utf-16",
        "UTF-32LE, \uFEFF, UTF-32",
        "ISO-8859-7, '', ISO-8859-7",
        "windows-1253, '', windows-1253"
    })
    void anSvgMayBeInAnyEncoding(String charset, String mark, String declared) {
        String declaration = declared.isEmpty() ? "\n" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n";
        assertEquals(GREEK, in((mark + declaration + BODY).getBytes(Charset.forName(charset))), charset);
    }

    @Test
    void anotherProgramMayWriteTheSameElementOtherwise() {
        String[] others = {
            BODY.replace("scorescope:session xmlns:scorescope", "ns0:session xmlns:ns0")
                    .replace("/scorescope:", "/ns0:"),
            BODY.replace("<scorescope:session xmlns:scorescope=", "<session xmlns=")
                    .replace("/scorescope:", "/"),
            BODY.replace(GREEK, "<![CDATA[" + GREEK + "]]>"),
            BODY.replace(GREEK, "\n" + GREEK.replace("\"", "&quot;").replace("λ", "&#955;") + "\n"),
            BODY.replace(GREEK, "\n  <g>" + GREEK + "</g>\n"),
            BODY.replace(GREEK, "<tspan>" + GREEK.substring(0, 9) + "</tspan><!-- wrapped -->" + GREEK.substring(9)),
            BODY.replace(GREEK, "<a:b xmlns:a='urn:a'><a:c><?d e?>" + GREEK + "</a:c><f/></a:b>"),
            BODY.replace("<metadata>", "<g xmlns:i='urn:i' i:label='1'><metadata id='m'><r:RDF xmlns:r='urn:r'/>")
                    .replace("</metadata>", "</metadata></g>")
        };
        for (String other : others) {
            assertEquals(GREEK, in(utf8(other)).strip(), other);
        }
    }

    @Test
    void filesOfEveryKindOpenAsTheirSession() throws IOException {
        String svg = BODY.replace(GREEK, JSON);
        for (byte[] bytes : new byte[][] {
            utf8("\n\n\n" + svg),
            ("\uFEFF" + svg).getBytes(StandardCharsets.UTF_16LE),
            gzip(utf8(svg)),
            utf8(" ".repeat(9000) + svg),
            png("zTXt", latin("scorescope\0\0"), packed(latin(JSON))),
            JSON.getBytes(StandardCharsets.UTF_16),
            utf8("\uFEFF" + JSON)
        }) {
            var file = folder.resolve("figure");
            Files.write(file, bytes);
            assertEquals(
                    0.75,
                    ((scorescope.session.NoiseSpec.Sigma) SessionFile.read(file).noise()).sigma());
        }
    }

    @Test
    void xmlThatBreaksOffOrCarriesNothingIsRefusedWithItsLine() {
        var broken = assertThrows(BadInputException.class, () -> in(utf8("\n" + BODY.substring(0, 120))));
        assertTrue(broken.place().startsWith("a, line"), broken.place());
        assertThrows(BadInputException.class, () -> in(utf8("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")));
        assertThrows(BadInputException.class, () -> in(Arrays.copyOf(gzipped(BODY), 60)));
    }

    private static byte[] gzipped(String text) {
        try {
            return gzip(utf8(text));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] gzip(byte[] data) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(out)) {
            packer.write(data);
        }
        return out.toByteArray();
    }

    private static String in(byte[] bytes) {
        assertTrue(EmbeddedSession.isPicture(bytes));
        return EmbeddedSession.in(bytes, "a");
    }

    /** A TeX figure as saved by another editor. */
    private static String tex(String before, String indent, String lineEnd) {
        String coded = Base64.getEncoder().encodeToString(utf8(GREEK));
        return String.join(
                lineEnd,
                before + indent + "% Scorescope figure",
                indent + "% session " + coded.substring(0, 40),
                indent + "% session " + coded.substring(40),
                indent + "\\begingroup");
    }

    @Test
    void aTexFigureMayBeSavedByAnyEditor() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            for (String before : List.of("", "\n\n", "\uFEFF", "% !TeX program = lualatex" + end, "\\relax" + end)) {
                for (String indent : List.of("", "  ", "\t")) {
                    assertEquals(GREEK, in(utf8(tex(before, indent, end))));
                }
            }
            assertEquals(GREEK, in(tex("\uFEFF", "", end).getBytes(StandardCharsets.UTF_16LE)));
        }
        var refused = assertThrows(BadInputException.class, () -> in(utf8("% a letter\n\\documentclass{letter}\n")));
        assertTrue(refused.getMessage().contains("carries no session"), refused.getMessage());
    }

    @Test
    void aSessionThatAnotherProgramEmptiedIsSaidToBeMissing() throws IOException {
        for (byte[] emptied : List.of(
                utf8(BODY.replace(GREEK, "")),
                utf8(BODY.replace(GREEK, "\n  \n")),
                utf8(BODY.replace(GREEK, "<!-- removed -->")),
                png("iTXt", latin("scorescope\0\0\0\0\0"), new byte[0]),
                png("zTXt", latin("scorescope\0\0"), packed(new byte[0])),
                png("tEXt", latin("scorescope\0"), latin(" ")))) {
            var refused = assertThrows(BadInputException.class, () -> in(emptied));
            assertTrue(refused.getMessage().contains("carries no session"), refused.getMessage());
            assertFalse(SessionFile.carriesSession(Files.write(folder.resolve("figure"), emptied)));
        }
    }
}
