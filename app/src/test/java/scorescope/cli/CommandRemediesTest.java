package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.io.StorageException;

/** Remedies of commands about files work. */
final class CommandRemediesTest {
    @TempDir
    Path folder;

    @Test
    void remediesOfCommandsLeadOn() throws IOException {
        var session = Files.writeString(folder.resolve("s.json"), "{\"scorescope\": 1}");
        var points = Files.writeString(folder.resolve("p.csv"), "x,y\n1,2\n");
        Spoken.by("eval", session, "--points", folder.resolve("none.csv"), "--quantity", "score", "-o", "-")
                .refused("check the name and the folder");
        Spoken.by("eval", session, "--points", folder, "--quantity", "score", "-o", "-")
                .refused("give the name of a file in it");
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", folder.resolve("v.txt"))
                .refused("end the name in .csv or .npz");
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", folder.resolve("v.csv"))
                .done();
        Spoken.by("sample", session, "-o", folder.resolve("s.csv")).refused("end the name in .npz");
        Spoken.by("figure", session, "-o", folder.resolve("f.jpg")).refused("end the name in .svg or ");
        var into = folder.resolve("new").resolve("v.csv");
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", into)
                .refused("create it or choose another");
        Files.createDirectory(folder.resolve("new"));
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", into)
                .done();
        Spoken.by("eval", session, "--points", points, "--quantity", "scor", "-o", "-")
                .refused("did you mean \"score\"?");
    }

    @Test
    void linksThatLeadNowhereAreReplacedAsTold() throws IOException {
        var session = Files.createSymbolicLink(folder.resolve("s.json"), Path.of("moved.json"));
        var output = Files.createSymbolicLink(folder.resolve("v.csv"), Path.of("v.csv"));
        Object[] eval = {"eval", session, "--points", points(), "--quantity", "score", "-o", output};
        Spoken.by(eval).refused("v.csv: is a link that leads back to itself; remove the link or choose another name");
        Files.delete(output);
        Spoken.by(eval).refused("s.json: is a link that leads to no file; remove the link and save the file there");
        Files.delete(session);
        Files.writeString(session, "{\"scorescope\": 1}");
        Spoken.by(eval).done();
    }

    @Test
    void aNameThatIsTooLongIsShortenedAsTold() throws IOException {
        Object[] eval = {"eval", "-", "--points", points(), "--quantity", "score", "-o", "-"};
        eval[1] = Files.writeString(folder.resolve("s.json"), "{\"scorescope\": 1}");
        for (int length : new int[] {252, 300, 5000}) {
            eval[7] = folder.resolve("v".repeat(length) + ".csv");
            Spoken.by(eval).failed("the name is too long; choose a shorter one");
        }
        eval[7] = folder.resolve("v".repeat(251) + ".csv");
        Spoken.by(eval).done();
    }

    /** As a file of another user in a folder with the sticky bit, or one that the system marks as unchangeable. */
    @Test
    void whatTheSystemProtectsIsWrittenUnderAnotherName() {
        var refused = StorageException.of(
                new FileSystemException("v.csv.tmp", "v.csv", "Operation not permitted"), "v.csv", true);
        assertEquals(
                "v.csv: is protected by the system or by its folder; choose another name or another folder",
                refused.getMessage());
    }

    /** An empty file of every kind that a session or a command may name. */
    @ParameterizedTest
    @ValueSource(strings = {"e.png", "e.jpg", "e.gif", "e.webp", "e.svg", "e.npy", "e.npz", "e.csv", "e"})
    void anEmptyFileIsSavedAgainOrBegunAsTold(String name) throws IOException {
        var empty = Files.createFile(folder.resolve(name));
        boolean text = !name.contains(".") || name.endsWith(".csv");
        String remedy =
                text ? "write a first line x,y and one point on each further line" : "copy or save the file again";
        var session = Files.writeString(
                folder.resolve("s.json"),
                "{\"scorescope\": 1, \"density\": {\"file\": \"" + name + "\", \"bandwidth\": 0.1}}");
        Spoken.by("eval", session, "--points", points(), "--quantity", "score", "-o", "-")
                .refused(name + ": is empty; " + remedy);
        Spoken.by("measure", empty, points()).refused(name + ": is empty; " + remedy);
        Spoken.by("describe", empty).refused(text ? "write at least {\"scorescope\": 1}" : remedy);
    }

    @Test
    void aPictureThatIsNotReadIsOneAfterItsRemedy() throws IOException {
        // picture-tiff-webp
        var tiff = Files.write(folder.resolve("p.tiff"), new byte[] {'I', 'I', '*', 0, 8, 0, 0, 0});
        var webp = Files.writeString(folder.resolve("p.webp"), "RIFF\4\0\0\0WEBPVP8L", StandardCharsets.ISO_8859_1);
        for (Path picture : List.of(tiff, webp)) {
            var session = Files.writeString(
                    folder.resolve("s.json"),
                    "{\"scorescope\": 1, \"density\": {\"file\": \"" + picture.getFileName()
                            + "\", \"bandwidth\": 0.1}}");
            Spoken.by("figure", session, "-o", folder.resolve("a.svg"))
                    .refused(
                            picture.getFileName().toString(),
                            "picture, which is not read here; save it as PNG or JPEG");
            var image = new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_RGB);
            image.setRGB(4, 4, 0xffffff);
            assertTrue(javax.imageio.ImageIO.write(
                    image, "png", folder.resolve("p.png").toFile()));
            Spoken.by(
                            "eval",
                            session,
                            "--points",
                            points(),
                            "--quantity",
                            "score",
                            "-o",
                            "-",
                            "--set",
                            "density.file=p.png")
                    .done();
        }
        assertFalse(Files.exists(folder.resolve("a.svg")));
    }

    private Path points() throws IOException {
        return Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n");
    }
}
