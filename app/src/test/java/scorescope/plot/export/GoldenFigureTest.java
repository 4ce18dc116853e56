package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Source;

/**
 * Figures compared with kept ones as an eye would: averaged over squares of 3 × 3 pixels, by the largest difference of
 * a channel. A failure leaves the new picture and the difference in {@code target/golden}; to accept a new look, copy
 * the former over the kept one.
 */
class GoldenFigureTest {
    private static final int VISIBLE = 24;
    private static final double SHARE = 0.004;

    @ParameterizedTest
    @ValueSource(strings = {"quiet", "viridis"})
    void figureLooksAsItDid(String map) throws Exception {
        var figure = Examples.figure(map, "120mm", Source.ANALYTIC, Source.LEARNED);
        byte[] png = new PngExport()
                .encode(figure, new ExportOptions(110, Optional.empty()))
                .file();
        var folder = Files.createDirectories(Path.of("target/golden"));
        Files.write(folder.resolve(map + ".png"), png);
        var now = ImageIO.read(new ByteArrayInputStream(png));
        var kept = ImageIO.read(GoldenFigureTest.class.getResource("/golden/" + map + ".png"));
        assertEquals(kept.getWidth(), now.getWidth(), "width");
        assertEquals(kept.getHeight(), now.getHeight(), "height");
        var difference = new BufferedImage(now.getWidth(), now.getHeight(), BufferedImage.TYPE_INT_RGB);
        int visible = 0;
        for (int y = 1; y + 1 < now.getHeight(); y++) {
            for (int x = 1; x + 1 < now.getWidth(); x++) {
                int off = difference(kept, now, x, y);
                difference.setRGB(x, y, 0x010101 * (255 - Math.min(255, 4 * off)));
                visible += off > VISIBLE ? 1 : 0;
            }
        }
        double share = visible / (double) (now.getWidth() * now.getHeight());
        if (share > SHARE) {
            ImageIO.write(
                    difference, "png", folder.resolve(map + "-difference.png").toFile());
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
