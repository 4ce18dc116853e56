package scorescope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescope.plot.export.SessionFile;
import scorescope.session.Session;

/** SESSION and {@code --set}, as every command on a session takes them. */
final class SessionOptions {
    @Parameters(
            index = "0",
            paramLabel = "SESSION",
            description = "A session file (*.scorescope.json), or an exported SVG or PNG that carries one.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a key of the session by its path, such as noise.sigma=0.3. May be repeated.")
    private List<String> settings = new ArrayList<>();

    Session read() {
        return SessionFile.read(file, settings);
    }
}
