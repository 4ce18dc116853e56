package scorescope.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import scorescope.plot.export.Contents;
import scorescope.plot.paint.Length;
import scorescope.session.Session;

/** Options of all commands that save pictures: the width of a picture and what it contains. */
final class PageOptions {
    @Option(names = "--width", paramLabel = "85mm", descriptionKey = "cli.figure.width")
    private Optional<String> width = Optional.empty();

    @Option(names = "--without-data", descriptionKey = "cli.figure.without-data")
    private boolean withoutData;

    @Option(names = "--without-session", descriptionKey = "cli.figure.without-session")
    private boolean withoutSession;

    Contents contents() {
        return withoutSession ? Contents.NOTHING : withoutData ? Contents.SESSION : Contents.SESSION_AND_DATA;
    }

    /** The session with the requested width. */
    Session sized(Session drawn) {
        if (width.isEmpty()) {
            return drawn;
        }
        var figure = drawn.figure().withWidth(width.get());
        double unusedPoints = Length.points(figure.length(), "--width");
        return drawn.withFigure(figure);
    }
}
