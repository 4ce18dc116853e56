package scorescope.bench;

import java.io.IOException;

/** PyTorch's side of a comparison: a process that takes requests and answers with the time they took. */
final class TorchProcess implements AutoCloseable {
    private final PeerProcess process;

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
        process = new PeerProcess(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
        if (!process.answer().startsWith("ready")) {
            throw new IOException("the peer did not start");
        }
    }

    /** Nanoseconds of one of {@code count} trainings' steps or network's calls ({@code what} is train or infer). */
    double time(String what, Net net, int batch, int count) throws IOException {
        var request = what + " " + net.width() + " " + net.depth() + " " + batch + " " + count;
        return Double.parseDouble(process.ask(request)) / count;
    }

    /** Hidden layers. */
    record Net(int width, int depth) {}

    @Override
    public void close() {
        process.close();
    }
}
