package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.io.TemporaryFolder;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.paint.Length;
import scorescope.plot.picture.Exports;
import scorescope.session.Session;

@Command(name = "figure", description = "Draws the session as a figure for paper; the session travels inside the file.")
final class FigureCommand implements Callable<Integer> {
    @Mixin
    private SessionOptions session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "F.svg|F.png",
            description = "Where the figure goes; its ending says the format.")
    private Path output;

    @Option(
            names = "--width",
            paramLabel = "85mm",
            description = "Width on paper, instead of the session's figure.width.")
    private Optional<String> width = Optional.empty();

    @Option(names = "--dpi", paramLabel = "300", description = "Pixels an inch, for PNG.")
    private Optional<Double> dpi = Optional.empty();

    @Option(
            names = "--without-data",
            description =
                    "Leaves out the bytes of files that the session names: it names them by their SHA-256 instead.")
    private boolean withoutData;

    @Override
    public Integer call() throws IOException {
        TemporaryFolder.require();
        Exports.write(
                sized(session.read()),
                Optional.empty(),
                output,
                dpi.orElse(ExportOptions.PRINT_DPI),
                withoutData ? Contents.SESSION : Contents.SESSION_AND_DATA);
        return Cli.DONE;
    }

    private Session sized(Session asked) {
        if (width.isEmpty()) {
            return asked;
        }
        double unusedPoints = Length.points(width.get(), "--width");
        return asked.withFigure(asked.figure().withWidth(width.get()));
    }
}
