package scorescope.plot.export;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.FailedWork;
import scorescope.words.Words;

/**
 * Encodes frames with the ffmpeg installed on the machine. Equal frames give equal bytes with the same version of
 * ffmpeg.
 */
final class Ffmpeg implements FrameCoder<byte[]>, AutoCloseable {
    private static final List<String> NAMES = List.of("ffmpeg", "ffmpeg.exe");

    private final FrameSource frames;
    private final Path complaints;
    private final Process process;
    private final OutputStream input;

    /** @param target overwritten */
    Ffmpeg(FrameSource frames, Path target) throws IOException {
        this.frames = frames;
        complaints = Files.createTempFile("scorescope", ".txt");
        process = new ProcessBuilder(
                        installed().orElse(Path.of(NAMES.getFirst())).toString(),
                        "-hide_banner",
                        "-loglevel",
                        "error",
                        "-nostdin",
                        "-y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "rgb24",
                        "-video_size",
                        frames.columns() + "x" + frames.rows(),
                        "-framerate",
                        Double.toString(frames.timing().fps()),
                        "-i",
                        "pipe:0",
                        "-vf",
                        "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "medium",
                        "-crf",
                        "18",
                        // The number of threads changes the bytes.
                        "-threads",
                        "2",
                        "-colorspace",
                        "bt709",
                        "-color_primaries",
                        "bt709",
                        "-color_trc",
                        "bt709",
                        "-color_range",
                        "tv",
                        "-fflags",
                        "+bitexact",
                        "-flags:v",
                        "+bitexact",
                        "-metadata",
                        "comment=" + frames.description(),
                        "-movflags",
                        "+faststart",
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(complaints.toFile())
                .start();
        input = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    }

    /** The path of ffmpeg, found through PATH. */
    static Optional<Path> installed() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().flatMap(name -> file(folder, name)))
                .findFirst();
    }

    private static Stream<Path> file(String folder, String name) {
        try {
            return Stream.of(Path.of(folder, name)).filter(Files::isRegularFile).filter(Files::isExecutable);
        } catch (InvalidPathException noFolder) {
            return Stream.empty();
        }
    }

    /** Three bytes per pixel. */
    @Override
    public byte[] code(Optional<int[]> before, int[] now) {
        byte[] bytes = new byte[3 * now.length];
        int at = 0;
        for (int pixel : now) {
            bytes[at++] = (byte) (pixel >> 16);
            bytes[at++] = (byte) (pixel >> 8);
            bytes[at++] = (byte) pixel;
        }
        return bytes;
    }

    /** Writes the frame; the last one is repeated for the hold time. */
    @Override
    public void write(byte[] coded, int frame) {
        var timing = frames.timing();
        boolean last = frame + 1 == timing.frames();
        long times = last ? 1 + Math.round(timing.hold() * timing.fps()) : 1;
        try {
            for (long i = 0; i < times; i++) {
                input.write(coded);
            }
        } catch (IOException ended) {
            throw failure(ended.getMessage());
        }
    }

    /**
     * @throws FailedWork if the video could not be made, with ffmpeg's message
     */
    void finish() throws IOException {
        try {
            input.close();
            if (process.waitFor() != 0) {
                throw failure(Words.text("film.mp4.exit", process.exitValue()));
            }
        } catch (IOException ended) {
            throw failure(ended.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException();
        }
    }

    private FailedWork failure(String otherwise) {
        process.destroy();
        String said = otherwise;
        try {
            process.waitFor();
            said = Files.readAllLines(complaints).stream()
                    .reduce((_, last) -> last)
                    .orElse(otherwise);
        } catch (IOException unreadable) {
            // The pipe's error message is all that is known.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new FailedWork(Words.text("film.mp4.failed", said));
    }

    /** Ends ffmpeg if it is still running. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(complaints);
    }
}
