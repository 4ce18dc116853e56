package scorescope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard output as UTF-8 that records why it could not be written; a plain PrintStream does not expose the reason.
 */
public final class ResultStream extends PrintStream {
    private final Remembering sink;

    public ResultStream(OutputStream target) {
        this(new Remembering(target));
    }

    private ResultStream(Remembering sink) {
        super(sink, true, StandardCharsets.UTF_8);
        this.sink = sink;
    }

    /** Flushes the stream and returns the first failure to write. */
    Optional<IOException> failure() {
        flush();
        return sink.failure;
    }

    private static final class Remembering extends OutputStream {
        private final OutputStream target;
        private Optional<IOException> failure = Optional.empty();

        Remembering(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            remembering(() -> target.write(bytes, from, length));
        }

        @Override
        public void flush() throws IOException {
            remembering(target::flush);
        }

        @Override
        public void close() throws IOException {
            remembering(target::close);
        }

        private void remembering(Writing writing) throws IOException {
            try {
                writing.run();
            } catch (IOException failed) {
                failure = failure.or(() -> Optional.of(failed));
                throw failed;
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
