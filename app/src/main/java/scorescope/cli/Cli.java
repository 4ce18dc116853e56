package scorescope.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import scorescope.core.io.StorageException;
import scorescope.plot.picture.Description;
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
    private static final Set<String> HELP = Set.of("-h", "--help");

    private final Console console;
    private final CommandCatalog catalog;

    private Cli(Console console, WindowPictures window) {
        this.console = console;
        catalog = new CommandCatalog(console, window, this::withAll);
    }

    /** Runs the command in {@code args}, without a window to draw, and returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, out, err, WindowPictures.NONE);
    }

    /** Runs the command in {@code args} and returns the exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err, WindowPictures window) {
        return new Cli(new Console(out, err), window).execute(args);
    }

    /** The commands' names. */
    public static List<String> names(WindowPictures window) {
        return List.copyOf(new Cli(new Console(System.out, System.err), window).catalog.names());
    }

    @Command(name = "scorescope", mixinStandardHelpOptions = true, version = "scorescope" + ' ' + Description.VERSION)
    static final class Root {
        @Option(names = "--verbose", scope = ScopeType.INHERIT, descriptionKey = "cli.cli.verbose")
        private boolean verbose;
    }

    /** All commands with their options, for tests. */
    static CommandLine commands() {
        return new Cli(new Console(System.out, System.err), WindowPictures.NONE).withAll();
    }

    private CommandLine withAll() {
        return commandLine(catalog::addAll);
    }

    /** Creates only the commands that {@code args} need. */
    private CommandLine commandLine(String[] args) {
        if (args.length > 0 && catalog.names().contains(args[0])) {
            return commandLine(line -> catalog.add(args[0], line));
        }
        boolean listed = args.length == 1 && HELP.contains(args[0]);
        return listed ? commandLine(catalog::addNames) : withAll();
    }

    private CommandLine commandLine(Consumer<CommandLine> adding) {
        var line = new CommandLine(new Root());
        adding.accept(line);
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
            code = progress.during(() -> commandLine(args).execute(args));
        } catch (Error beyondCommands) {
            code = reportFailure(beyondCommands);
        } finally {
            progress.clear();
        }
        return code == DONE ? printed() : code;
    }

    /** Flushes the output and returns whether it was written. A closed pipe, as with {@code head}, is not a failure. */
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
        return reportFailure(failure);
    }

    private int reportFailure(Throwable failure) {
        var said = Failures.of(failure);
        say(said.line());
        return said.code();
    }

    /** Writes the message on one line. A long one loses its middle: problem and remedy stand at its end. */
    private void say(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        int half = LONGEST_LINE / 2;
        console.err()
                .println("scorescope: "
                        + (line.length() > LONGEST_LINE
                                ? line.substring(0, half) + "…" + line.substring(line.length() - half)
                                : line));
    }
}
