package scorescope.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescope.plot.export.NamedSession;
import scorescope.session.Session;

/** SESSION and {@code --set}, the options of all commands on one session. */
final class SessionOptions {
    @Parameters(index = "0", paramLabel = "SESSION", descriptionKey = "cli.session.file")
    private String name;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "cli.session.set")
    private List<String> settings = new ArrayList<>();

    Session read() {
        return NamedSession.read(name, settings, System.in);
    }
}
