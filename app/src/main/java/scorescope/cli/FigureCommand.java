package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import scorescope.core.io.TemporaryFolder;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.paint.Length;
import scorescope.plot.picture.Exports;
import scorescope.session.Session;

@Command(name = "figure")
final class FigureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionOptions session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "cli.figure.output")
    private Path output;

    @Option(names = "--width", paramLabel = "85mm", descriptionKey = "cli.figure.width")
    private Optional<String> width = Optional.empty();

    @Option(names = "--dpi", paramLabel = "300", descriptionKey = "cli.figure.dpi")
    private Optional<Double> dpi = Optional.empty();

    @Option(names = "--without-data", descriptionKey = "cli.figure.without-data")
    private boolean withoutData;

    @Option(names = "--without-session", descriptionKey = "cli.figure.without-session")
    private boolean withoutSession;

    @Override
    public Integer call() throws IOException {
        TemporaryFolder.require();
        var rastered = Exports.write(
                sized(session.read()), Optional.empty(), output, dpi.orElse(ExportOptions.PRINT_DPI), contents());
        rastered.forEach(layer -> spec.commandLine().getErr().println(layer.words()));
        return Cli.DONE;
    }

    private Contents contents() {
        return withoutSession ? Contents.NOTHING : withoutData ? Contents.SESSION : Contents.SESSION_AND_DATA;
    }

    private Session sized(Session asked) {
        if (width.isEmpty()) {
            return asked;
        }
        var figure = asked.figure().withWidth(width.get());
        double unusedPoints = Length.points(figure.length(), "--width");
        return asked.withFigure(figure);
    }
}
