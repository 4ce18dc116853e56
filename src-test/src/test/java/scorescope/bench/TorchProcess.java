package scorescope.bench;

import java.io.IOException;

/** PyTorch's side of a comparison: a process that answers requests with the time they took. */
final class TorchProcess implements AutoCloseable {
    private final PeerProcess process;

    /**
     * @param java the Java executable
     * @param classPath class path of the peer
     */
    TorchProcess(String java, String classPath, int threads) throws IOException {
        var builder = new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "scorescope.peer.TorchPeer",
                "" + threads);
        // Active waiting would compete with our threads for the two cores.
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        builder.environment().put("OMP_NUM_THREADS", "" + threads);
        builder.environment().put("OPENBLAS_NUM_THREADS", "" + threads);
        process = new PeerProcess(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
        if (!process.answer().startsWith("ready")) {
            throw new IOException("the peer did not start");
        }
    }

    /** Nanoseconds of one of {@code count} training steps or evaluations ({@code what} is train or infer). */
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
