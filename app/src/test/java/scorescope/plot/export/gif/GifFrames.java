package scorescope.plot.export.gif;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.w3c.dom.NodeList;

/** An animated GIF as read by the JDK: the whole picture after each frame, and its duration. */
public record GifFrames(List<int[]> pixels, List<Integer> hundredths, int columns, int rows) {

    public static GifFrames of(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
        var screen = (org.w3c.dom.Element) reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
        var size = child(screen.getElementsByTagName("LogicalScreenDescriptor"));
        int columns = number(size, "logicalScreenWidth");
        int rows = number(size, "logicalScreenHeight");
        var canvas = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        var graphics = canvas.createGraphics();
        var pixels = new ArrayList<int[]>();
        var hundredths = new ArrayList<Integer>();
        for (int i = 0; i < reader.getNumImages(true); i++) {
            var tree = (org.w3c.dom.Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
            var place = child(tree.getElementsByTagName("ImageDescriptor"));
            graphics.drawImage(
                    reader.read(i), number(place, "imageLeftPosition"), number(place, "imageTopPosition"), null);
            pixels.add(canvas.getRGB(0, 0, columns, rows, null, 0, columns));
            hundredths.add(number(child(tree.getElementsByTagName("GraphicControlExtension")), "delayTime"));
        }
        return new GifFrames(pixels, hundredths, columns, rows);
    }

    private static org.w3c.dom.Element child(NodeList found) {
        return (org.w3c.dom.Element) found.item(0);
    }

    private static int number(org.w3c.dom.Element element, String name) {
        return Integer.parseInt(element.getAttribute(name));
    }
}
