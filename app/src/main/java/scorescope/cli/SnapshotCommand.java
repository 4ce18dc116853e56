package scorescope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescope.core.BadInputException;
import scorescope.core.io.StorageException;
import scorescope.core.io.TemporaryFolder;
import scorescope.core.parameter.Nearest;
import scorescope.plot.export.NamedSession;
import scorescope.plot.export.SessionFile;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.RunLength;
import scorescope.words.Words;

@Command(name = "snapshot")
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
    private static final int SMALLEST = 320;
    private static final int LARGEST = 4096;

    private final WindowPictures window;

    SnapshotCommand(WindowPictures window) {
        this.window = window;
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "SESSION", descriptionKey = "cli.snapshot.file")
    private Optional<String> name = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "cli.snapshot.set")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "F.png",
            descriptionKey = "cli.snapshot.output")
    private Path output;

    @Option(names = "--size", paramLabel = "1440x900", descriptionKey = "cli.snapshot.size")
    private String size = "1440x900";

    @Mixin
    private ThemeOption theme;

    @Option(names = "--view", paramLabel = "NAME", descriptionKey = "cli.snapshot.view")
    private Optional<String> view = Optional.empty();

    @Option(names = "--step", paramLabel = "N", descriptionKey = "cli.snapshot.step")
    private Optional<Integer> step = Optional.empty();

    @Override
    public Integer call() throws StorageException {
        Outputs.require(output, ".png");
        TemporaryFolder.require();
        boolean dark = theme.dark();
        if (step.filter(steps -> steps < 0).isPresent()) {
            throw new BadInputException(
                    "--step",
                    Words.text("cli.snapshot.no-step", step.get()),
                    Words.text("cli.snapshot.use-whole-number-from-0"));
        }
        var matcher = SIZE.matcher(size);
        int width = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int height = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
            throw new BadInputException(
                    "--size",
                    Words.text("cli.snapshot.not-size", size),
                    Words.text("cli.snapshot.write-such-1440x900-each-side", SMALLEST, LARGEST));
        }
        window.draw(shown(), width, height, dark, output);
        return Cli.DONE;
    }

    /** The session with the keys set by options. */
    private Session shown() {
        var session = session();
        if (view.isPresent()) {
            session = session.withView(session.view().withShown(Optional.of(shown(view.get()))));
        }
        if (step.isPresent()) {
            session = session.withSampler(session.sampler().at(OptionalInt.of(step.get())));
            RunLength.check(session);
        }
        return session;
    }

    private static Shown shown(String name) {
        return Shown.named(name)
                .orElseThrow(() -> new BadInputException(
                        "--view",
                        Words.text("cli.snapshot.there-no-view", name),
                        Words.text(
                                "figure.remedy.nearest",
                                Nearest.of(name, Shown.ids()),
                                String.join(", ", Shown.ids()))));
    }

    private Session session() {
        Path here = Path.of("").toAbsolutePath();
        return name.map(given -> NamedSession.read(given, settings, System.in))
                .orElseGet(() -> SessionFile.drawable(SessionJson.read(
                        SessionJson.toText(window.opening(), here),
                        here,
                        Words.text("cli.snapshot.opening-session"),
                        settings)));
    }
}
