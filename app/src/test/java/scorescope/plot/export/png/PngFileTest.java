package scorescope.plot.export.png;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.export.PngExport;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Source;

final class PngFileTest {
    private static int[] pixels(byte[] file) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** For figures with few colours and with a smooth colour map. */
    @ParameterizedTest
    @CsvSource({"quiet, ANALYTIC", "viridis, ANALYTIC"})
    void aFigureIsNoLargerThanTheJdkWritesIt(String colorMap, Source source) throws IOException {
        byte[] exported = new PngExport()
                .encode(Examples.figure(colorMap, "85mm", source), new ExportOptions(150, Optional.empty()))
                .file();
        var image = ImageIO.read(new ByteArrayInputStream(exported));
        var rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.setRGB(0, 0, image.getWidth(), image.getHeight(), pixels(exported), 0, image.getWidth());
        var jdk = new ByteArrayOutputStream();
        ImageIO.write(rgb, "png", jdk);
        byte[] own = PngFile.of(pixels(exported), image.getWidth(), image.getHeight());
        assertTrue(own.length <= jdk.size(), own.length + " bytes, the JDK's " + jdk.size());
        assertArrayEquals(pixels(exported), pixels(own));
    }
}
