package scorescope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import scorescope.plot.export.ExportCatalog;

/**
 * Runs the commands that scripts use most: figures in every format, one of them with several panels and particles, and
 * numbers at points. The build runs it once, so that the commands' ahead-of-time cache contains the classes.
 */
public record CommandRehearsal(WindowPictures window, PrintStream out, PrintStream err) {
    public void run() {
        try {
            Path folder = Files.createTempDirectory("scorescope");
            Path session = Files.writeString(folder.resolve("s.json"), "{\"scorescope\": 1}");
            Path points = Files.writeString(folder.resolve("p.csv"), "x,y\n0,1\n");
            Path figure = folder.resolve("figure");
            command("--help");
            command("figure", "--help");
            for (var format : ExportCatalog.formats()) {
                command("figure", session, "-o", figure + "." + format.extension());
            }
            command("figure", "six-panels", "-o", figure + ".png", "--dpi", "150");
            command("describe", session);
            command("eval", session, "--points", points, "-o", "-", "--quantity", "log-density,score");
            try (var written = Files.list(folder)) {
                for (Path file : written.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void command(Object... words) {
        var written = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            written[i] = words[i].toString();
        }
        int unusedCode = Cli.run(written, out, err, window);
    }
}
