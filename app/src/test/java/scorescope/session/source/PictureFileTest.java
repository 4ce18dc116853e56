package scorescope.session.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.session.codec.SessionJson;

class PictureFileTest {
    @TempDir
    Path folder;

    /** White, with a black square in the upper left quarter. */
    private static byte[] picture(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                image.setRGB(i, j, i < width / 2 && j < height / 2 ? 0x101010 : 0xffffff);
            }
        }
        var bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes));
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void darkPixelsOfAPictureAreTheSessionsDensity(String format) throws IOException {
        Files.write(folder.resolve("square." + format), picture(60, 40, format));
        var session = SessionJson.read(
                "{\"scorescope\": 1, \"density\": {\"file\": \"square." + format + "\", \"bandwidth\": 0.05}}", folder);
        var mixture = Resolved.mixture(session);
        assertEquals(4000, mixture.components().size());
        var moments = mixture.moments();
        assertEquals(-2, moments.meanX(), 0.1);
        assertEquals(4.0 / 3, moments.meanY(), 0.1);
        long outside = mixture.components().stream()
                .filter(c -> c.meanX() > 0.3 || c.meanY() < -0.3)
                .count();
        assertEquals(0, outside);
    }

    @Test
    void aPictureBecomesAsManyPointsAsTheSessionAsksFor() throws IOException {
        Files.write(folder.resolve("square.png"), picture(60, 40, "png"));
        var text = "{\"scorescope\": 1, \"density\": {\"file\": \"square.png\", \"count\": 250}}";
        var session = SessionJson.read(text, folder);
        assertEquals(250, Resolved.mixture(session).components().size());
        assertEquals(session, SessionJson.read(SessionJson.toText(session, folder), folder));
        var none = assertThrows(BadInputException.class, () -> SessionJson.read(text.replace("250", "0"), folder));
        assertTrue(none.place().endsWith("density.count"), none.place());
    }

    @Test
    void aLargePictureIsTheSameDensityAsASmallOne() throws IOException {
        var large = PictureFile.points(picture(3000, 2000, "png"), 4000, "large");
        assertEquals(-2, Arrays.stream(large.x()).average().orElseThrow(), 0.05);
        assertEquals(4.0 / 3, Arrays.stream(large.y()).average().orElseThrow(), 0.05);
    }

    @Test
    void damagedAndBlankPicturesAreBadInput() throws IOException {
        byte[] good = picture(60, 40, "png");
        assertTrue(PictureFile.isPicture(good));
        var damaged = Arrays.copyOf(good, good.length / 3);
        var complaint = assertThrows(BadInputException.class, () -> PictureFile.points(damaged, 4000, "cat.png"));
        assertTrue(complaint.getMessage().startsWith("cat.png"), complaint.getMessage());
        var flipped = good.clone();
        flipped[45] ^= 0x55;
        var rare = assertThrows(BadInputException.class, () -> PictureFile.points(flipped, 4000, "cat.png"));
        assertTrue(rare.problem().contains("damaged"), rare.getMessage());
        var white = new ByteArrayOutputStream();
        var image = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "png", white);
        assertThrows(BadInputException.class, () -> PictureFile.points(white.toByteArray(), 4000, "cat.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPictureCutOffAnywhereIsSaidToBeThat(String format) throws IOException {
        byte[] good = picture(60, 40, format);
        for (int length = 30; length < good.length - 12; length += 7) {
            var cut = Arrays.copyOf(good, length);
            var complaint =
                    assertThrows(BadInputException.class, () -> PictureFile.points(cut, 40, "cat"), "" + length);
            assertEquals("cat: is cut off; copy or save it again", complaint.getMessage(), "" + length);
        }
    }

    @Test
    void aTableWhoseHeaderBeginsLikeABitmapIsATable() {
        assertTrue(!PictureFile.isPicture("BMI,y\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    }
}
