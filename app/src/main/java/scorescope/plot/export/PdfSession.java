package scorescope.plot.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/** The session as a file attached to a PDF, related to it as its source. */
final class PdfSession {
    private static final String NAME = "session.scorescope.json";
    private static final byte[] START = "%PDF-".getBytes(StandardCharsets.ISO_8859_1);
    /** The header may stand this far from the beginning, in bytes. */
    private static final int HEADER_WITHIN = 1024;

    private PdfSession() {}

    static boolean isPdf(byte[] start) {
        for (int at = 0; at + START.length <= Math.min(start.length, HEADER_WITHIN + START.length); at++) {
            if (Arrays.equals(start, at, at + START.length, START, 0, START.length)) {
                return true;
            }
        }
        return false;
    }

    static void attach(PDDocument document, byte[] json) {
        try {
            var file = new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
            file.setSubtype("application/json");
            file.setSize(json.length);
            var description = new PDComplexFileSpecification();
            description.setFile(NAME);
            description.setFileUnicode(NAME);
            description.setEmbeddedFile(file);
            description.setEmbeddedFileUnicode(file);
            description.getCOSObject().setName("AFRelationship", "Source");
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(NAME, description));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            var associated = new COSArray();
            associated.add(description.getCOSObject());
            document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text of the attached session, whatever other files are attached.
     *
     * @param place what to call the file in messages
     * @throws BadInputException if the file is damaged or locked by a password
     */
    static Optional<String> in(byte[] bytes, String place) {
        try (var document = Loader.loadPDF(bytes)) {
            var names = document.getDocumentCatalog().getNames();
            if (names == null || names.getEmbeddedFiles() == null) {
                return Optional.empty();
            }
            var found = find(names.getEmbeddedFiles());
            return found.isPresent()
                    ? Optional.of(new String(found.get().toByteArray(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (InvalidPasswordException locked) {
            throw new BadInputException(
                    place,
                    Words.text("figure.pdf-session.locked"),
                    Words.text("figure.pdf-session.save-without-password"));
        } catch (IOException damaged) {
            throw new BadInputException(
                    place,
                    Words.text("figure.pdf-session.not-readable-pdf"),
                    Words.text("figure.pdf-session.export-figure-again"));
        }
    }

    private static Optional<PDEmbeddedFile> find(PDNameTreeNode<PDComplexFileSpecification> node) throws IOException {
        var files = node.getNames();
        if (files != null) {
            for (var file : files.values()) {
                var name = file.getFilename();
                if (name != null && name.endsWith(".scorescope.json")) {
                    return Optional.ofNullable(
                            file.getEmbeddedFileUnicode() == null
                                    ? file.getEmbeddedFile()
                                    : file.getEmbeddedFileUnicode());
                }
            }
        }
        if (node.getKids() != null) {
            for (var kid : node.getKids()) {
                var found = find(kid);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
