package scorescope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A peer of a comparison: a process that answers each line of input with one line. */
final class PeerProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;

    PeerProcess(ProcessBuilder builder) throws IOException {
        process = builder.start();
        to = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A Python script; its error output goes to that of this program. */
    static PeerProcess python(String python, String script) throws IOException {
        return new PeerProcess(new ProcessBuilder(python, script).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    /** Sends a line that has no answer. */
    void send(String line) {
        to.println(line);
    }

    String ask(String request) throws IOException {
        send(request);
        return answer();
    }

    /** The next line of the peer. */
    String answer() throws IOException {
        String answer = from.readLine();
        if (answer == null) {
            throw new IOException("the peer died");
        }
        return answer;
    }

    @Override
    public void close() {
        to.close();
        process.destroy();
    }
}
