package scorescope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Csv;
import scorescope.core.io.Endings;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.plot.export.NamedSession;
import scorescope.session.source.Resolved;

/** Lists the processes, or writes α, σ, β, SNR and log-SNR of a session's own process over its times. */
@Command
final class ProcessesCommand extends CatalogCommand {
    /** Times in a table, evenly spaced from the process's start to its end. */
    private static final int ROWS = 201;

    @Option(names = "--table", paramLabel = "SESSION", descriptionKey = "cli.processes.table")
    private Optional<String> table = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "cli.session.set")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            defaultValue = Outputs.CONSOLE,
            paramLabel = "F.csv|-",
            descriptionKey = "cli.processes.output")
    private String output;

    private final Console console;

    ProcessesCommand(Console console) {
        super(() -> ProcessCatalog.CATALOG.kinds(), console);
        this.console = console;
    }

    @Override
    public Integer call() {
        if (table.isEmpty()) {
            return super.call();
        }
        boolean printed = output.equals(Outputs.CONSOLE);
        if (!printed) {
            Outputs.require(Outputs.path(output), Endings.CSV);
        }
        var process = Resolved.process(NamedSession.read(table.get(), settings, System.in));
        try {
            byte[] text = table(process);
            if (printed) {
                console.out().write(text);
                console.out().flush();
            } else {
                AtomicFile.write(Outputs.path(output), text);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Cli.DONE;
    }

    private static byte[] table(NoiseProcess process) throws IOException {
        double[] times = IntStream.range(0, ROWS)
                .mapToDouble(i -> process.tMin() + i / (ROWS - 1.0) * (process.tMax() - process.tMin()))
                .toArray();
        DoubleUnaryOperator snr = t -> Math.pow(process.at(t).ratio(), -2);
        var out = new ByteArrayOutputStream();
        Csv.write(
                out,
                List.of("t", "alpha", "sigma", "beta", "snr", "log_snr"),
                List.of(
                        times,
                        over(times, process::alpha),
                        over(times, process::sigma),
                        over(times, t -> -2 * process.drift(t)),
                        over(times, snr),
                        over(times, t -> -2 * Math.log(process.at(t).ratio()))));
        return out.toByteArray();
    }

    private static double[] over(double[] times, DoubleUnaryOperator value) {
        return DoubleStream.of(times).map(value).toArray();
    }
}
