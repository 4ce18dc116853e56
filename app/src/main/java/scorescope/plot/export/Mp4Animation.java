package scorescope.plot.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.io.AtomicFile;
import scorescope.words.Words;

/**
 * Animations as MP4, encoded by the ffmpeg installed on the machine. The session is in a separate box after the video,
 * which players skip.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12, 11.1, user-extended boxes</a>
 */
final class Mp4Animation implements AnimationFormat {
    private static final byte[] SESSION_BOX = "scorescope/json\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BOX_HEADER = 8;
    private static final int LONG_HEADER = 16;

    @Override
    public String extension() {
        return "mp4";
    }

    @Override
    public String title() {
        return Words.text("film.mp4.title");
    }

    /** H.264 halves the resolution of colours, so numbers of columns and rows must be even. */
    @Override
    public boolean even() {
        return true;
    }

    @Override
    public boolean recognises(byte[] start) {
        return start.length >= BOX_HEADER && type(start, 0).equals("ftyp");
    }

    @Override
    public Optional<String> session(byte[] file, String place) {
        long at = 0;
        while (at + BOX_HEADER <= file.length) {
            int header = (int) at;
            long size = Integer.toUnsignedLong(ByteBuffer.wrap(file).getInt(header));
            if (size == 1 && at + LONG_HEADER <= file.length) {
                size = ByteBuffer.wrap(file).getLong(header + BOX_HEADER);
            }
            size = size == 0 ? file.length - at : size;
            if (size < BOX_HEADER || size > file.length - at) {
                throw new BadInputException(place, Words.text("film.mp4.cut-off"), Words.text("film.export-again"));
            }
            int content = header + BOX_HEADER + SESSION_BOX.length;
            if (type(file, header).equals("uuid")
                    && content <= at + size
                    && Arrays.equals(file, header + BOX_HEADER, content, SESSION_BOX, 0, SESSION_BOX.length)) {
                return Optional.of(new String(file, content, (int) (at + size) - content, StandardCharsets.UTF_8));
            }
            at += size;
        }
        return Optional.empty();
    }

    private static String type(byte[] file, int at) {
        return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
    }

    /** @throws FailedWork also if the machine has no ffmpeg */
    @Override
    public void require(Path target, AnimationTiming timing) {
        AtomicFile.requireWritablePlace(target);
        if (Ffmpeg.installed().isEmpty()) {
            throw new FailedWork(Words.text("film.mp4.no-ffmpeg", target));
        }
    }

    @Override
    public void save(FrameSource frames, Path target) throws IOException {
        var video = Files.createTempFile("scorescope", ".mp4");
        try {
            try (var ffmpeg = new Ffmpeg(frames, video)) {
                frames.play(ffmpeg);
                ffmpeg.finish();
            }
            AtomicFile.write(target, out -> {
                Files.copy(video, out);
                if (frames.session().isPresent()) {
                    byte[] session = frames.session().get().getBytes(StandardCharsets.UTF_8);
                    out.write(ByteBuffer.allocate(BOX_HEADER)
                            .putInt(BOX_HEADER + SESSION_BOX.length + session.length)
                            .put("uuid".getBytes(StandardCharsets.US_ASCII))
                            .array());
                    out.write(SESSION_BOX);
                    out.write(session);
                }
            });
        } finally {
            Files.deleteIfExists(video);
        }
    }
}
