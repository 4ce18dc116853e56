package scorescope.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import scorescope.core.density.DensityCatalog;
import scorescope.core.io.StorageException;
import scorescope.core.measure.MeasureCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Kind;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.OptimizerCatalog;
import scorescope.core.training.ScheduleCatalog;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.picture.Description;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.source.RecipeCatalog;
import scorescope.words.Words;

/**
 * The command line. Exit codes: 0 done; 1 the work failed, one line says why and what to do; 2 bad usage or input,
 * one line names file, place and remedy.
 */
public final class Cli {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int BAD_INPUT = 2;

    private static final int LONGEST_LINE = 1000;

    private final Console console;
    private final WindowPictures window;

    private Cli(Console console, WindowPictures window) {
        this.console = console;
        this.window = window;
    }

    /** Does what {@code args} say, where there is no window to draw, and returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, out, err, WindowPictures.NONE);
    }

    /** Does what {@code args} say and returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err, WindowPictures window) {
        return new Cli(new Console(out, err), window).execute(args);
    }

    /** The commands' names. */
    public static List<String> names(WindowPictures window) {
        return List.copyOf(new Cli(new Console(System.out, System.err), window)
                .commandLine()
                .getSubcommands()
                .keySet());
    }

    @Command(name = "scorescope", mixinStandardHelpOptions = true, version = "scorescope" + ' ' + Description.VERSION)
    static final class Root {
        @Option(names = "--verbose", scope = ScopeType.INHERIT, descriptionKey = "cli.cli.verbose")
        private boolean verbose;
    }

    /** All commands with their options, for tests. */
    static CommandLine commands() {
        return new Cli(new Console(System.out, System.err), WindowPictures.NONE).commandLine();
    }

    private CommandLine commandLine() {
        var line = new CommandLine(new Root())
                .addSubcommand(new EvalCommand(console))
                .addSubcommand(new SampleCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new MeasureCommand(console))
                .addSubcommand(new FitCommand(console))
                .addSubcommand(new FigureCommand(console))
                .addSubcommand(new AnimateCommand())
                .addSubcommand(new SnapshotCommand(window))
                .addSubcommand(new DescribeCommand(console))
                .addSubcommand(new LinkCommand(console))
                .addSubcommand(new CodeCommand(console))
                .addSubcommand(new CompletionCommand(console))
                .addSubcommand("processes", new ProcessesCommand(console));
        listings().forEach((name, kinds) -> line.addSubcommand(name, new CatalogCommand(kinds, console)));
        line.registerConverter(Long.class, text -> whole(text, Long::valueOf));
        line.registerConverter(long.class, text -> whole(text, Long::valueOf));
        line.registerConverter(Integer.class, text -> whole(text, Integer::valueOf));
        line.registerConverter(Double.class, Cli::real);
        line.setOut(writer(console.out())).setErr(writer(console.err()));
        line.setParameterExceptionHandler(this::misused);
        line.setExecutionExceptionHandler(this::failed);
        line.setResourceBundle(new HelpTexts(Words.bundle("cli")));
        line.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .mixinStandardHelpOptions(true));
        return line;
    }

    /** What can be listed, by the command's name. */
    private static Map<String, Supplier<List<? extends Kind<?>>>> listings() {
        var listings = new LinkedHashMap<String, Supplier<List<? extends Kind<?>>>>();
        listings.put("recipes", () -> RecipeCatalog.CATALOG.kinds());
        listings.put("presets", () -> DensityCatalog.CATALOG.kinds());
        listings.put("samplers", () -> SamplerCatalog.CATALOG.kinds());
        listings.put("studies", () -> StudyCatalog.CATALOG.kinds());
        listings.put("layers", () -> LayerCatalog.CATALOG.kinds());
        listings.put("objectives", () -> ObjectiveCatalog.CATALOG.kinds());
        listings.put("measures", MeasureCatalog::kinds);
        listings.put("optimizers", () -> OptimizerCatalog.CATALOG.kinds());
        listings.put("schedules", () -> ScheduleCatalog.CATALOG.kinds());
        listings.put("starts", () -> StartCatalog.CATALOG.kinds());
        return listings;
    }

    private static <T> T whole(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (NumberFormatException notWhole) {
            throw new TypeConversionException(Words.text("cli.cli.not-whole-number-too-large", text));
        }
    }

    private static Double real(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException(Words.text("cli.cli.not-number", text));
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    private int execute(String[] args) {
        int code;
        var progress = new WorkProgress(console);
        try {
            code = progress.during(() -> commandLine().execute(args));
        } catch (Error beyondCommands) {
            code = told(beyondCommands);
        } finally {
            progress.clear();
        }
        return code == DONE ? printed() : code;
    }

    /** Whether the output was written. A closed pipe, as after {@code head}, is no failure. */
    private int printed() {
        if (!console.out().checkError()) {
            return DONE;
        }
        var failed = console.out() instanceof ResultStream results
                ? results.failure().orElseGet(() -> new IOException(Words.text("cli.cli.closed")))
                : new IOException(Words.text("cli.cli.closed"));
        var said = StorageException.of(failed, Words.text("cli.cli.standard-output"), true);
        if (said.isClosedPipe()) {
            return DONE;
        }
        say(said.getMessage());
        return FAILED;
    }

    private int misused(ParameterException misuse, String[] args) {
        String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        say(Words.text("cli.cli.see-help", misuse.getMessage(), command));
        return BAD_INPUT;
    }

    private int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        Root root = (Root) command.getCommandSpec().root().userObject();
        if (root.verbose) {
            failure.printStackTrace(console.err());
        }
        return told(failure);
    }

    private int told(Throwable failure) {
        var said = Failures.of(failure);
        say(said.line());
        return said.code();
    }

    /** The message on one line. */
    private void say(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        console.err()
                .println(
                        "scorescope: " + (line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line));
    }
}
