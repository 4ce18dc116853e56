package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.io.TemporaryFolder;
import scorescope.core.parameter.Parameter;
import scorescope.plot.export.AnimationTiming;
import scorescope.plot.film.Animations;
import scorescope.plot.film.FrameSize;
import scorescope.plot.film.Motion;

@Command(name = "animate")
final class AnimateCommand implements Callable<Integer> {
    private static final Parameter.OneOf<Motion> OVER = Parameter.OneOf.of("over", "", Motion.SIGMA, "");

    @Mixin
    private SessionOptions session;

    @Mixin
    private PageOptions page;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE|FOLDER",
            descriptionKey = "cli.animate.output")
    private Path output;

    @Option(
            names = "--over",
            paramLabel = "WHAT",
            completionCandidates = Motions.class,
            descriptionKey = "cli.animate.over")
    private Optional<String> over = Optional.empty();

    @Option(names = "--seconds", paramLabel = "6", descriptionKey = "cli.animate.seconds")
    private double seconds = AnimationTiming.STANDARD.seconds();

    @Option(names = "--fps", paramLabel = "30", descriptionKey = "cli.animate.fps")
    private double fps = AnimationTiming.STANDARD.fps();

    @Option(names = "--size", paramLabel = "600x600", descriptionKey = "cli.animate.size")
    private Optional<String> size = Optional.empty();

    @Option(names = "--dpi", paramLabel = "180", descriptionKey = "cli.animate.dpi")
    private double dpi = FrameSize.SCREEN_DPI;

    @Option(names = "--loop", paramLabel = "N", descriptionKey = "cli.animate.loop")
    private int loop = AnimationTiming.STANDARD.loop();

    @Option(names = "--hold-last", paramLabel = "1", descriptionKey = "cli.animate.hold-last")
    private double hold = AnimationTiming.STANDARD.hold();

    @Mixin
    private ThemeOption theme;

    @Option(names = "--poster", descriptionKey = "cli.animate.poster")
    private boolean poster;

    /** Valid values of {@code --over}. */
    static final class Motions implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return OVER.ids().iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        TemporaryFolder.require();
        boolean dark = theme.dark();
        var request = new Animations.Request(
                over.map(id -> OVER.option(id, "--over")),
                new AnimationTiming(seconds, fps, loop, hold),
                new FrameSize(dpi, size.map(text -> FrameSize.Pixels.parse(text, "--size"))),
                dark,
                poster,
                page.contents());
        Animations.write(page.sized(session.read()), Optional.empty(), output, request);
        return Cli.DONE;
    }
}
