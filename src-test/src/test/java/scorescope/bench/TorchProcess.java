package scorescope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** PyTorch's side of a comparison: a process that takes requests and answers with the time they took. */
final class TorchProcess implements AutoCloseable {
    private final Process process;
    private final PrintWriter to;
    private final BufferedReader from;

    /**
     * @param java the program to run
     * @param classPath the peer's
     */
    TorchProcess(String java, String classPath, int threads) throws IOException {
        var builder = new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "scorescope.peer.TorchPeer",
                "" + threads);
        // Active waiting would fight with our own threads for the two cores.
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("OMP_NUM_THREADS", "" + threads);
        builder.environment().put("OPENBLAS_NUM_THREADS", "" + threads);
        process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        to = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = from.readLine();
        if (ready == null || !ready.startsWith("ready")) {
            throw new IOException("the peer did not start");
        }
    }

    /** Nanoseconds of one of {@code count} trainings' steps or network's calls ({@code what} is train or infer). */
    double time(String what, Net net, int batch, int count) throws IOException {
        to.println(what + " " + net.width() + " " + net.depth() + " " + batch + " " + count);
        String answer = from.readLine();
        if (answer == null) {
            throw new IOException("the peer died");
        }
        return Double.parseDouble(answer) / count;
    }

    /** Hidden layers. */
    record Net(int width, int depth) {}

    @Override
    public void close() {
        to.close();
        process.destroy();
    }
}
