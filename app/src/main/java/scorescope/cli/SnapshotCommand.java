package scorescope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescope.core.BadInputException;
import scorescope.core.io.StorageException;
import scorescope.core.io.TemporaryFolder;
import scorescope.core.parameter.Nearest;
import scorescope.plot.export.SessionFile;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.session.codec.SessionJson;

@Command(name = "snapshot", description = "Draws the real window into a PNG, without a display too.")
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
    private static final int SMALLEST = 320;
    private static final int LARGEST = 4096;
    private static final List<String> THEMES = List.of("light", "dark");

    private final WindowPictures window;

    SnapshotCommand(WindowPictures window) {
        this.window = window;
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SESSION",
            description = "A session file, or an exported SVG or PNG; without it, the view that the window opens with.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets a key of the session by its path.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "F.png",
            description = "Where the picture goes.")
    private Path output;

    @Option(names = "--size", paramLabel = "1440x900", description = "Width and height of the window in pixels.")
    private String size = "1440x900";

    @Option(names = "--theme", paramLabel = "light|dark", description = "The look of the window.")
    private String theme = THEMES.getFirst();

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description =
                    "Which scores stand on the stage: analytic, learned, difference, overlay, side-by-side; without"
                            + " it, the one that the session follows.")
    private Optional<String> view = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "Shows the sampler's particles after N steps; without it, none.")
    private Optional<Integer> step = Optional.empty();

    @Override
    public Integer call() throws StorageException {
        Outputs.require(output, ".png");
        TemporaryFolder.require();
        if (!THEMES.contains(theme)) {
            throw new BadInputException(
                    "--theme",
                    "there is no theme \"" + theme + "\"",
                    "did you mean \"" + Nearest.of(theme, THEMES) + "\"? Valid: " + String.join(", ", THEMES));
        }
        if (step.filter(steps -> steps < 0).isPresent()) {
            throw new BadInputException("--step", step.get() + " is no step", "use a whole number from 0");
        }
        var asked = SIZE.matcher(size);
        int width = asked.matches() ? Integer.parseInt(asked.group(1)) : 0;
        int height = asked.matches() ? Integer.parseInt(asked.group(2)) : 0;
        if (Math.min(width, height) < SMALLEST || Math.max(width, height) > LARGEST) {
            throw new BadInputException(
                    "--size",
                    "\"" + size + "\" is not a size",
                    "write one such as 1440x900, each side from " + SMALLEST + " to " + LARGEST);
        }
        window.draw(shown(), width, height, theme.equals(THEMES.getLast()), output);
        return Cli.DONE;
    }

    /** The session, with the keys that options stand for. */
    private Session shown() {
        var session = session();
        if (view.isPresent()) {
            session = session.withView(session.view().withShown(Optional.of(shown(view.get()))));
        }
        return step.isPresent() ? session.withSampler(session.sampler().at(OptionalInt.of(step.get()))) : session;
    }

    private static Shown shown(String name) {
        return Shown.named(name)
                .orElseThrow(() -> new BadInputException(
                        "--view",
                        "there is no view \"" + name + "\"",
                        "did you mean \"" + Nearest.of(name, Shown.ids()) + "\"? Valid: "
                                + String.join(", ", Shown.ids())));
    }

    private Session session() {
        Path here = Path.of("").toAbsolutePath();
        return file.map(path -> SessionFile.read(path, settings))
                .orElseGet(() -> SessionFile.drawable(SessionJson.read(
                        SessionJson.toText(window.opening(), here), here, "the opening session", settings)));
    }
}
