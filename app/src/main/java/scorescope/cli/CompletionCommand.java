package scorescope.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.session.source.RecipeCatalog;
import scorescope.words.Words;

/** Prints the script with which a shell completes commands, options and recipes. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
    /** Supported shells. The script for bash also works in zsh, which loads its emulation of bash's completion. */
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Parameters(index = "0", paramLabel = "bash|zsh|fish", descriptionKey = "cli.completion.shell")
    private String shell;

    private final Console console;
    private final Supplier<CommandLine> program;

    /**
     * @param program the root command with all commands
     */
    CompletionCommand(Console console, Supplier<CommandLine> program) {
        this.console = console;
        this.program = program;
    }

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new BadInputException(
                    "completion",
                    Words.text("cli.completion.no-shell", shell),
                    Words.text("figure.remedy.nearest", Nearest.of(shell, SHELLS), String.join(", ", SHELLS)));
        }
        var root = program.get();
        console.out()
                .print(shell.equals(SHELLS.getLast()) ? fish(root) : AutoComplete.bash(root.getCommandName(), root));
        return Cli.DONE;
    }

    private static String fish(CommandLine root) {
        var lines = new StringBuilder();
        String program = root.getCommandName();
        root.getSubcommands().forEach((name, command) -> {
            lines.append("complete -c %s -n __fish_use_subcommand -a %s -d %s%n"
                    .formatted(program, name, quoted(description(command))));
            command.getCommandSpec().options().forEach(option -> lines.append(fish(program, name, option)));
        });
        lines.append("complete -c %s -n 'not __fish_use_subcommand' -a %s%n"
                .formatted(program, quoted(String.join(" ", RecipeCatalog.CATALOG.ids()))));
        return lines.toString();
    }

    private static String fish(String program, String command, OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        String values = option.completionCandidates() == null
                ? ""
                : " -a " + quoted(String.join(" ", option.completionCandidates()));
        return "complete -c %s -n '__fish_seen_subcommand_from %s' %s%s%s -d %s%n"
                .formatted(
                        program,
                        command,
                        names,
                        option.arity().max() > 0 ? " -r" : "",
                        values,
                        quoted(String.join(" ", option.description())));
    }

    private static String description(CommandLine command) {
        return String.join(" ", command.getCommandSpec().usageMessage().description());
    }

    /** The first line, up to the end of a sentence, in single quotes. */
    private static String quoted(String text) {
        return "'"
                + text.replaceAll("(?s)(?:%n|\\R).*", "")
                        .replaceAll("(?<=[.:]) .*", "")
                        .replace("\\", "\\\\")
                        .replace("'", "\\'")
                + "'";
    }
}
