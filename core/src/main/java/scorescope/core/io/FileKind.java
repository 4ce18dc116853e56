package scorescope.core.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.words.CoreWords;

/**
 * Kinds of files that cannot be read, recognised by their first bytes, so that the error message names the kind and how to
 * convert the file.
 *
 * @param id key of its name in the bundle
 * @param remedyId key of the remedy in the bundle
 * @param picture whether it is a picture in pixels
 */
public record FileKind(String id, String remedyId, boolean picture) {
    /** Text that may be JSON, read as a session and nowhere else. */
    public static final FileKind JSON = new FileKind("json", "points", false);

    private static final int BOX = 4;
    private static final int LONGEST_START = 256;

    /**
     * The first bytes of such files.
     *
     * @param offset offset of the mark
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
            picture(0, "II*\0", "tiff"),
            picture(0, "MM\0*", "tiff"),
            picture(0, "II+\0", "tiff"),
            picture(0, "MM\0+", "tiff"),
            picture(8, "WEBPVP8", "webp"),
            picture(BOX, "ftyphei", "heic"),
            picture(BOX, "ftyphev", "heic"),
            picture(BOX, "ftypmif1", "heic"),
            picture(BOX, "ftypavi", "avif"),
            picture(0, "8BPS", "photoshop"),
            picture(BOX, "jP  \r\n\u0087\n", "jpeg-2000"),
            picture(0, "\u00ffO\u00ffQ", "jpeg-2000"),
            picture(BOX, "JXL \r\n\u0087\n", "jpeg-xl"),
            picture(0, "\u00ff\n", "jpeg-xl"),
            picture(0, "\0\0\1\0", "icon"),
            picture(0, "gimp xcf", "gimp"),
            picture(0, "%!PS", "postscript"),
            picture(0, "P1\n", "pnm"),
            picture(0, "P2\n", "pnm"),
            picture(0, "P3\n", "pnm"),
            picture(0, "P4\n", "pnm"),
            picture(0, "P5\n", "pnm"),
            picture(0, "P6\n", "pnm"),
            picture(0, "DDS ", "dds"),
            picture(0, "icns", "icon"),
            picture(0, "qoif", "qoi"),
            picture(0, "\u0001\u00da\0\1", "sgi"),
            picture(0, "\u0001\u00da\1\1", "sgi"),
            picture(0, "\n\5\1\b", "pcx"),
            picture(0, "SIMPLE  =", "fits"),
            other(0, "\u0089PNG\r\n", "png", "points"),
            other(0, "\u00ff\u00d8\u00ff", "jpeg", "points"),
            other(0, "GIF8", "gif", "points"),
            other(0, "%PDF-", "pdf-document", "points"),
            other(0, "\u001f\u008b", "gzip", "gzip"),
            other(4, "1AY&SY", "bzip2", "bzip2"),
            other(0, "\u00fd7zXZ\0", "xz", "xz"),
            other(0, "(\u00b5/\u00fd", "zstandard", "zstandard"),
            other(0, "7z\u00bc\u00af", "7-zip", "7-zip"),
            other(0, "\u00d0\u00cf\u0011\u00e0", "old-excel", "csv"),
            other(0, "\u0089HDF", "hdf5-file", "points"),
            other(0, "MATLAB 5.0", "matlab-file", "points"),
            other(0, "PAR1", "parquet-file", "points"),
            other(0, "ARROW1", "arrow-file", "points"),
            other(0, "\u0080\2", "python-pickle", "points"),
            other(0, "\u0080\3", "python-pickle", "points"),
            other(0, "\u0080\4", "python-pickle", "points"),
            other(0, "\u0080\5", "python-pickle", "points"),
            other(0, "SQLite format 3\0", "sqlite-database", "points"));

    private static Mark picture(int offset, String mark, String id) {
        return new Mark(offset, mark, new FileKind(id, "png", true));
    }

    private static Mark other(int offset, String mark, String id, String remedyId) {
        return new Mark(offset, mark, new FileKind(id, remedyId, false));
    }

    /** The kind of {@code file}, if it is known and cannot be read. */
    public static Optional<FileKind> of(byte[] file) {
        return MARKS.stream()
                .filter(mark -> mark.begins(file))
                .map(Mark::kind)
                .findFirst()
                .or(() -> document(file));
    }

    /** Its name, such as "a TIFF picture". */
    public String name() {
        return CoreWords.text("core.io.file-kind." + id);
    }

    /** What to do with it. */
    public String remedy() {
        return CoreWords.text("core.io.file-remedy." + remedyId);
    }

    /** The exception that says that the file cannot be read, with a remedy. */
    public BadInputException refusal(String place) {
        return new BadInputException(place, CoreWords.text("core.io.not-read", name()), remedy());
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
                    drawing ? new FileKind("svg", "drawing", false) : new FileKind("xml-or-html", "points", false));
        }
        return Optional.empty();
    }

    private static Optional<FileKind> archive(byte[] file) {
        List<String> names;
        try {
            names = ZipDirectory.read(file, "").stream().map(ZipEntryData::name).toList();
        } catch (BadInputException damaged) {
            return Optional.empty(); // the reader of arrays reports the problem
        }
        if (names.contains("xl/workbook.xml")) {
            return Optional.of(new FileKind("excel-workbook", "csv", false));
        }
        if (names.contains("content.xml") && names.contains("mimetype")) {
            return Optional.of(new FileKind("opendocument-file", "csv", false));
        }
        return Optional.empty();
    }
}
