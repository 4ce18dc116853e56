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
    @Parameters(index = "0", paramLabel = "SESSION", descriptionKey = "cli.session.file")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "cli.session.set")
    private List<String> settings = new ArrayList<>();

    Session read() {
        return SessionFile.read(file, settings);
    }
}
