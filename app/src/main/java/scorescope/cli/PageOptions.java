package scorescope.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import scorescope.plot.export.Contents;
import scorescope.plot.paint.Length;
import scorescope.session.Session;

/** Options of all commands that save pictures: the size of a picture and what it contains. */
final class PageOptions {
    @Option(names = "--width", paramLabel = "85mm", descriptionKey = "cli.figure.width")
    private Optional<String> width = Optional.empty();

    @Option(names = "--height", paramLabel = "60mm", descriptionKey = "cli.figure.height")
    private Optional<String> height = Optional.empty();

    @Option(names = "--without-data", descriptionKey = "cli.figure.without-data")
    private boolean withoutData;

    @Option(names = "--without-session", descriptionKey = "cli.figure.without-session")
    private boolean withoutSession;

    Contents contents() {
        return withoutSession ? Contents.NOTHING : withoutData ? Contents.SESSION : Contents.SESSION_AND_DATA;
    }

    /**
     * The session with the requested width and height.
     *
     * @throws scorescope.core.BadInputException if one of them is no length of a figure
     */
    Session sized(Session drawn) {
        var figure = drawn.figure();
        if (width.isPresent()) {
            figure = figure.withWidth(width.get());
            double unusedPoints = Length.points(figure.length(), "--width");
        }
        if (height.isPresent()) {
            double unusedPoints = Length.points(height.get(), "--height");
            figure = figure.withPrint(figure.print().withHeight(height));
        }
        return drawn.withFigure(figure);
    }
}
