package scorescope.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Endings;
import scorescope.session.code.PythonProgram;
import scorescope.words.Words;

/** Writes a NumPy program that computes a session's numbers. */
@Command(name = "code")
final class CodeCommand implements Callable<Integer> {
    private static final String PYTHON = ".py";

    @Mixin
    private SessionOptions session;

    @Option(
            names = {"-o", "--output"},
            defaultValue = Outputs.CONSOLE,
            paramLabel = "F.py|-",
            descriptionKey = "cli.code.output")
    private String output;

    private final Console console;

    CodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var inputSession = session.read();
        var weights = PythonProgram.weights(inputSession);
        if (output.equals(Outputs.CONSOLE)) {
            weights.ifPresent(needed -> {
                throw new BadInputException(
                        "-o", Words.text("cli.code.weights-beside"), Words.text("cli.code.name-file"));
            });
            console.out().print(PythonProgram.of(inputSession, ""));
            return Cli.DONE;
        }
        var file = Outputs.path(output);
        Outputs.require(file, PYTHON);
        var weightsFile = Outputs.beside(file, Endings.NPZ);
        var program = PythonProgram.of(inputSession, weightsFile.getFileName().toString());
        var files = new LinkedHashMap<Path, AtomicFile.Content>();
        weights.ifPresent(bytes -> files.put(weightsFile, out -> out.write(bytes)));
        files.put(file, out -> out.write(program.getBytes(StandardCharsets.UTF_8)));
        AtomicFile.writeAll(files);
        return Cli.DONE;
    }
}
