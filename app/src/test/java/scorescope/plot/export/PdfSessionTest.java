package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import scorescope.core.BadInputException;

/** The session of a PDF is found in whatever form another program has saved the file. */
class PdfSessionTest {
    private static final String SESSION = "{\"scorescope\": 1, \"density\": {\"file\": \"λ.csv\"}}";

    /** Attachments beside it, bytes before the header and objects packed into streams or not. */
    @Test
    void aPdfMayBeSavedByAnotherProgram() throws IOException {
        for (var compression : List.of(CompressParameters.NO_COMPRESSION, CompressParameters.DEFAULT_COMPRESSION)) {
            for (String first : List.of("a.txt", "z.scorescope.txt")) {
                for (String before : List.of("", "\n\n", "HTTP/1.1 200 OK\r\n\r\n")) {
                    var saved = new ByteArrayOutputStream();
                    saved.writeBytes(ascii(before));
                    try (var document = new PDDocument()) {
                        document.addPage(new PDPage());
                        PdfSession.attach(document, SESSION.getBytes(StandardCharsets.UTF_8));
                        alsoAttach(document, first);
                        document.save(saved, compression);
                    }
                    assertEquals(SESSION, in(saved.toByteArray()), first + before);
                }
            }
        }
    }

    /** Moves the attachments of {@code document} into a branch of the tree of names, beside one of another file. */
    private static void alsoAttach(PDDocument document, String name) throws IOException {
        var names = document.getDocumentCatalog().getNames();
        var other = new PDComplexFileSpecification();
        other.setFile(name);
        other.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(ascii("other"))));
        var beside = new PDEmbeddedFilesNameTreeNode();
        beside.setNames(Map.of(name, other));
        var root = new PDEmbeddedFilesNameTreeNode();
        root.setKids(List.of(beside, names.getEmbeddedFiles()));
        names.setEmbeddedFiles(root);
    }

    @Test
    void aPdfUnderAPasswordIsSaidToBeThat() throws IOException {
        var locked = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            PdfSession.attach(document, SESSION.getBytes(StandardCharsets.UTF_8));
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(locked);
        }
        var refused = assertThrows(BadInputException.class, () -> in(locked.toByteArray()));
        assertEquals(
                "a: is locked by a password; save it without a password, or export the figure again",
                refused.getMessage());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String in(byte[] bytes) {
        return EmbeddedSession.in(bytes, "a");
    }
}
