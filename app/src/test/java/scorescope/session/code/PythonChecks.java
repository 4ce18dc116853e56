package scorescope.session.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One Python process for many checks: NumPy is loaded once; each check has its own namespace and folder. */
final class PythonChecks implements AutoCloseable {
    private static final int WITHOUT_NUMPY = 3;

    /** Reads folders, runs {@code check.py} in each, and answers with the error, or an empty line. */
    private static final String DRIVER = """
            import os, runpy, sys, traceback
            answers = os.fdopen(os.dup(1), "w")
            os.dup2(2, 1)  # what programs print is no answer
            try:
                import numpy
            except ImportError:
                sys.exit(3)
            print(file=answers, flush=True)
            for line in sys.stdin:
                sys.modules.pop("program", None)
                sys.path[0] = line.rstrip()
                os.chdir(sys.path[0])
                error = ""
                try:
                    runpy.run_path("check.py")
                except BaseException:
                    error = traceback.format_exc().replace("\\n", "\\r")
                print(error, file=answers, flush=True)
            """;

    private final Process process;
    private final Writer folders;
    private final BufferedReader answers;

    private PythonChecks(Process process) {
        this.process = process;
        folders = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** @param python the Python executable */
    static PythonChecks with(String python) throws IOException {
        var builder = new ProcessBuilder(python, "-B", "-c", DRIVER).redirectError(ProcessBuilder.Redirect.DISCARD);
        // A second thread does not help with small matrices.
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        return new PythonChecks(builder.start());
    }

    /**
     * Whether NumPy has been loaded.
     *
     * @throws IOException if Python ends for another reason
     */
    boolean hasNumPy() throws IOException, InterruptedException {
        if (answers.readLine() != null) {
            return true;
        }
        if (process.waitFor() == WITHOUT_NUMPY) {
            return false;
        }
        throw new IOException("Python ended with " + process.exitValue());
    }

    /** @return the error of the folder's {@code check.py}, empty if it ran to its end */
    String run(Path folder) throws IOException {
        folders.write(folder.toAbsolutePath() + "\n");
        folders.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the process of Python has ended");
        }
        return answer.replace('\r', '\n');
    }

    @Override
    public void close() throws IOException {
        folders.close();
        process.destroy();
    }
}
