package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares pictures with reference pictures: the largest difference of a channel after averaging over squares of 3 × 3 pixels.
 * A failure writes the difference and the new picture to {@code target/golden}; to accept it, copy the new picture over the
 * reference.
 */
public final class GoldenPicture {
    private static final int VISIBLE = 24;
    private static final double SHARE = 0.004;

    private GoldenPicture() {}

    /** @param name name of the reference picture in {@code golden}, without extension */
    public static void assertLooksAsItDid(String name, byte[] png) throws IOException {
        assertLooksAs(GoldenPicture.class.getResource("/golden/" + name + ".png"), name, png);
    }

    /** @param reference the reference picture */
    public static void assertLooksAs(URL reference, String name, byte[] png) throws IOException {
        var target = Path.of("target/golden", name + ".png");
        Files.createDirectories(target.getParent());
        Files.write(target, png);
        assertNotNull(reference, () -> "no kept picture; look at " + target + " and keep it");
        assertSame(name, ImageIO.read(reference), ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static void assertSame(String name, BufferedImage reference, BufferedImage now) throws IOException {
        assertEquals(reference.getWidth(), now.getWidth(), "width");
        assertEquals(reference.getHeight(), now.getHeight(), "height");
        var difference = new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
        int visible = 0;
        for (int y = 1; y + 1 < now.getHeight(); y++) {
            for (int x = 1; x + 1 < now.getWidth(); x++) {
                int off = difference(reference, now, x, y);
                difference.setRGB(x, y, 0x010101 * (255 - Math.min(255, 4 * off)));
                visible += off > VISIBLE ? 1 : 0;
            }
        }
        double share = visible / (double) (now.getWidth() * now.getHeight());
        if (share > SHARE) {
            ImageIO.write(
                    difference,
                    "png",
                    Path.of("target/golden", name + "-difference.png").toFile());
        }
        assertTrue(share <= SHARE, share + " of the picture changed visibly; see target/golden");
    }

    private static int difference(BufferedImage a, BufferedImage b, int x, int y) {
        int[] sum = new int[3];
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int p = a.getRGB(x + dx, y + dy);
                int q = b.getRGB(x + dx, y + dy);
                for (int c = 0; c < 3; c++) {
                    sum[c] += ((p >> (8 * c)) & 255) - ((q >> (8 * c)) & 255);
                }
            }
        }
        return Math.max(Math.abs(sum[0]), Math.max(Math.abs(sum[1]), Math.abs(sum[2]))) / 9;
    }
}
