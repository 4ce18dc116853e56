import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.HashSet;
import javax.imageio.ImageIO;

/**
 * {@code ScreenCheck FILE SECONDS}: waits until the display shows a picture with many colours (a window that has
 * drawn a density), writes it to FILE and exits 0; exits 1 if that does not happen in time.
 */
final class ScreenCheck {
    public static void main(String[] arguments) throws Exception {
        long deadline = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000_000L;
        var robot = new Robot();
        var screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        int colours = 0;
        while (System.nanoTime() < deadline) {
            BufferedImage picture = robot.createScreenCapture(screen);
            colours = colours(picture);
            if (colours > 400) {
                var file = new File(arguments[0]);
                file.getAbsoluteFile().getParentFile().mkdirs();
                ImageIO.write(picture, "png", file);
                System.out.println("the window shows " + colours + " colours: " + file);
                System.exit(0);
            }
            robot.delay(200);
        }
        System.err.println("the display stayed blank: " + colours + " colours");
        System.exit(1);
    }

    private static int colours(BufferedImage picture) {
        var seen = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                seen.add(picture.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
