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
import scorescope.plot.export.ExportOptions;
import scorescope.plot.picture.Exports;

@Command(name = "figure")
final class FigureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionOptions session;

    @Mixin
    private PageOptions page;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "cli.figure.output")
    private Path output;

    @Option(names = "--dpi", paramLabel = "300", descriptionKey = "cli.figure.dpi")
    private Optional<Double> dpi = Optional.empty();

    @Override
    public Integer call() throws IOException {
        TemporaryFolder.require();
        var rastered = Exports.write(
                page.sized(session.read()),
                Optional.empty(),
                output,
                dpi.orElse(ExportOptions.PRINT_DPI),
                page.contents());
        rastered.forEach(layer -> spec.commandLine().getErr().println(layer.words()));
        return Cli.DONE;
    }
}
