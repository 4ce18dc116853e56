package scorescope.core.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import scorescope.core.BadInputException;

/**
 * Kinds of files that cannot be read, recognised by their first bytes, so that a refusal names the kind and says how to
 * convert the file.
 *
 * @param name of the kind, such as "a TIFF picture"
 * @param remedy what to do with it
 * @param picture whether it is a picture in pixels
 */
public record FileKind(String name, String remedy, boolean picture) {
    private static final String AS_PNG = "save it as PNG or JPEG";
    private static final String AS_POINTS = "save its points as CSV, NPY or NPZ";
    private static final String AS_CSV = "save the sheet with the points as CSV, UTF-8";

    /** Text that may be JSON, read as a session and nowhere else. */
    public static final FileKind JSON = new FileKind("JSON", AS_POINTS, false);

    private static final int BOX = 4;
    private static final int LONGEST_START = 256;

    /**
     * The first bytes of such files.
     *
     * @param offset of the mark
     * @param mark in ISO 8859-1
     */
    private record Mark(int offset, String mark, FileKind kind) {
        boolean begins(byte[] file) {
            byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < bytes.length; i++) {
                if (offset + i >= file.length || file[offset + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Mark> MARKS = List.of(
            picture(0, "II*\0", "a TIFF picture"),
            picture(0, "MM\0*", "a TIFF picture"),
            picture(0, "II+\0", "a TIFF picture"),
            picture(0, "MM\0+", "a TIFF picture"),
            picture(8, "WEBPVP8", "a WebP picture"),
            picture(BOX, "ftyphei", "a HEIC picture"),
            picture(BOX, "ftyphev", "a HEIC picture"),
            picture(BOX, "ftypmif1", "a HEIC picture"),
            picture(BOX, "ftypavi", "an AVIF picture"),
            picture(0, "8BPS", "a Photoshop picture"),
            picture(BOX, "jP  \r\n\u0087\n", "a JPEG 2000 picture"),
            picture(0, "\u00ffO\u00ffQ", "a JPEG 2000 picture"),
            picture(BOX, "JXL \r\n\u0087\n", "a JPEG XL picture"),
            picture(0, "\u00ff\n", "a JPEG XL picture"),
            picture(0, "\0\0\1\0", "an icon"),
            picture(0, "gimp xcf", "a GIMP picture"),
            picture(0, "%!PS", "a PostScript drawing"),
            picture(0, "P1\n", "a PNM picture"),
            picture(0, "P2\n", "a PNM picture"),
            picture(0, "P3\n", "a PNM picture"),
            picture(0, "P4\n", "a PNM picture"),
            picture(0, "P5\n", "a PNM picture"),
            picture(0, "P6\n", "a PNM picture"),
            picture(0, "DDS ", "a DDS picture"),
            picture(0, "icns", "an icon"),
            picture(0, "qoif", "a QOI picture"),
            picture(0, "\u0001\u00da\0\1", "an SGI picture"),
            picture(0, "\u0001\u00da\1\1", "an SGI picture"),
            picture(0, "\n\5\1\b", "a PCX picture"),
            picture(0, "SIMPLE  =", "a FITS picture"),
            other(0, "%PDF-", "a PDF document", AS_POINTS),
            other(0, "\u001f\u008b", "packed by gzip", "unpack it with gunzip"),
            other(4, "1AY&SY", "packed by bzip2", "unpack it with bunzip2"),
            other(0, "\u00fd7zXZ\0", "packed by xz", "unpack it with unxz"),
            other(0, "(\u00b5/\u00fd", "packed by Zstandard", "unpack it with unzstd"),
            other(0, "7z\u00bc\u00af", "packed by 7-Zip", "unpack it with 7z"),
            other(0, "\u00d0\u00cf\u0011\u00e0", "an old Excel workbook", AS_CSV),
            other(0, "\u0089HDF", "an HDF5 file", AS_POINTS),
            other(0, "MATLAB 5.0", "a MATLAB file", AS_POINTS),
            other(0, "PAR1", "a Parquet file", AS_POINTS),
            other(0, "ARROW1", "an Arrow file", AS_POINTS),
            other(0, "\u0080\2", "a Python pickle", AS_POINTS),
            other(0, "\u0080\3", "a Python pickle", AS_POINTS),
            other(0, "\u0080\4", "a Python pickle", AS_POINTS),
            other(0, "\u0080\5", "a Python pickle", AS_POINTS),
            other(0, "SQLite format 3\0", "an SQLite database", AS_POINTS));

    private static Mark picture(int offset, String mark, String name) {
        return new Mark(offset, mark, new FileKind(name, AS_PNG, true));
    }

    private static Mark other(int offset, String mark, String name, String remedy) {
        return new Mark(offset, mark, new FileKind(name, remedy, false));
    }

    /** The kind of {@code file}, if it is known and cannot be read. */
    public static Optional<FileKind> of(byte[] file) {
        return MARKS.stream()
                .filter(mark -> mark.begins(file))
                .map(Mark::kind)
                .findFirst()
                .or(() -> document(file));
    }

    /** The complaint that the file cannot be read, with a remedy. */
    public BadInputException refusal(String place) {
        return new BadInputException(place, "is " + name + ", which is not read here", remedy);
    }

    /** Recognises documents of office programs (zips) and text with tags or braces. */
    private static Optional<FileKind> document(byte[] file) {
        if (Npz.isZip(file)) {
            return archive(file);
        }
        String start = new String(file, 0, Math.min(file.length, LONGEST_START), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("{") || start.startsWith("[")) {
            return Optional.of(JSON);
        }
        if (start.startsWith("<")) {
            boolean drawing = start.contains("<svg") || start.contains("doctype svg");
            return Optional.of(
                    drawing
                            ? new FileKind("an SVG drawing", AS_PNG + ", or its points as CSV, NPY or NPZ", false)
                            : new FileKind("XML or HTML", AS_POINTS, false));
        }
        return Optional.empty();
    }

    private static Optional<FileKind> archive(byte[] file) {
        List<String> names;
        try {
            names = ZipDirectory.read(file, "").stream().map(ZipEntryData::name).toList();
        } catch (BadInputException damaged) {
            return Optional.empty(); // the reader of arrays says what is wrong with it
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(new FileKind("an Excel workbook", AS_CSV, false));
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            return Optional.of(new FileKind("an OpenDocument file", AS_CSV, false));
        }
        return Optional.empty();
    }
}
