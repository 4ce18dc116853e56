package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.BadInputException;
import scorescope.core.io.Endings;
import scorescope.core.io.TemporaryFolder;
import scorescope.core.parameter.Nearest;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.export.ExportedFigure;
import scorescope.plot.export.SvgExport;
import scorescope.plot.picture.Exports;
import scorescope.session.Session;
import scorescope.words.Words;

@Command(name = "figure")
final class FigureCommand implements Callable<Integer> {
    @Mixin
    private SessionsOptions sessions;

    @Mixin
    private PageOptions page;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE|DIR/|-",
            descriptionKey = "cli.figure.output")
    private String output;

    @Option(
            names = "--format",
            paramLabel = "svg",
            completionCandidates = Formats.class,
            descriptionKey = "cli.figure.format")
    private Optional<String> format = Optional.empty();

    @Option(names = "--dpi", paramLabel = "300", descriptionKey = "cli.figure.dpi")
    private Optional<Double> dpi = Optional.empty();

    @Option(
            names = "--text",
            paramLabel = "text|outlines",
            completionCandidates = Letters.class,
            descriptionKey = "cli.figure.text")
    private String text = Letters.TEXT;

    @Option(names = "--data", paramLabel = "F.npz|.csv", descriptionKey = "cli.figure.data")
    private Optional<Path> data = Optional.empty();

    private final Console console;

    FigureCommand(Console console) {
        this.console = console;
    }

    /** Extensions of the formats, for the command's help and for shells. */
    static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            super(ExportCatalog.formats().stream().map(ExportFormat::extension).toList());
        }
    }

    /** Valid values of {@code --text}. */
    static final class Letters extends ArrayList<String> {
        static final String TEXT = "text";
        static final String OUTLINES = "outlines";

        private static final long serialVersionUID = 1L;

        Letters() {
            super(List.of(TEXT, OUTLINES));
        }
    }

    @Override
    public Integer call() throws IOException {
        TemporaryFolder.require();
        boolean oneFile = !sessions.several() && !output.equals(Outputs.CONSOLE) && !Outputs.isFolder(output);
        if (data.isPresent() && !oneFile) {
            throw new BadInputException(
                    "--data", Words.text("cli.figure.data-of-one"), Words.text("cli.figure.data-name-file"));
        }
        var extension = format.orElse(ExportCatalog.formats().getFirst().extension());
        if (output.equals(Outputs.CONSOLE)) {
            print(extension);
        } else if (Outputs.isFolder(output)) {
            var folder = Outputs.folder(output);
            for (var named : sessions.readForFolder()) {
                write(named.session(), folder.resolve(named.stem() + "." + extension));
            }
        } else if (sessions.several()) {
            throw Outputs.needsFolder(output);
        } else {
            var file = Outputs.path(output);
            write(
                    sessions.read().getFirst().session(),
                    format.isEmpty() ? file : Endings.with(file, "." + extension, "." + extension));
        }
        return Cli.DONE;
    }

    private void write(Session drawn, Path file) throws IOException {
        var manner = manner(ExportCatalog.forFile(file));
        say(Exports.write(page.sized(drawn), Optional.empty(), file, manner));
    }

    /**
     * @throws BadInputException if {@code --text} is not valid, or the format does not support it
     */
    private Exports.Manner manner(ExportFormat wanted) {
        var known = new Letters();
        if (!known.contains(text)) {
            throw new BadInputException(
                    "--text",
                    Words.text("cli.figure.no-text", text),
                    Words.text("figure.remedy.nearest", Nearest.of(text, known), String.join(", ", known)));
        }
        boolean outlines = text.equals(Letters.OUTLINES);
        if (outlines && !(wanted instanceof SvgExport)) {
            throw new BadInputException(
                    "--text", Words.text("cli.figure.outlines-svg"), Words.text("cli.figure.end-svg"));
        }
        return new Exports.Manner(dpi.orElse(ExportOptions.PRINT_DPI), page.contents(), outlines, data);
    }

    /** Prints the bytes of one figure. */
    private void print(String extension) throws IOException {
        if (sessions.several()) {
            throw Outputs.needsFolder(output);
        }
        var wanted = ExportCatalog.named(extension, "--format");
        var exported = Exports.encoded(page.sized(sessions.read().getFirst().session()), wanted, manner(wanted));
        if (!exported.beside().isEmpty()) {
            throw new BadInputException(
                    "-o", Words.text("cli.figure.files-beside"), Words.text("cli.figure.name-file"));
        }
        console.out().write(exported.file());
        console.out().flush();
        say(exported.rastered());
    }

    private void say(List<ExportedFigure.Rastered> rastered) {
        rastered.forEach(layer -> console.err().println(layer.words()));
    }
}
