package scorescope.plot.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

final class ThrowawayAnimation implements AnimationFormat {
    @Override
    public String extension() {
        return "flipbook";
    }

    @Override
    public String title() {
        return "Throw-away flip book";
    }

    @Override
    public boolean recognises(byte[] start) {
        return new String(start, StandardCharsets.UTF_8).startsWith("flip book");
    }

    /** What follows the first line. */
    @Override
    public Optional<String> session(byte[] file, String place) {
        var text = new String(file, StandardCharsets.UTF_8);
        return Optional.of(text.substring(text.indexOf('\n') + 1));
    }

    @Override
    public void save(FrameSource frames, Path target) throws IOException {
        var book = new StringBuilder("flip book");
        frames.play(new FrameCoder<Integer>() {
            @Override
            public Integer code(Optional<int[]> before, int[] now) {
                return now.length;
            }

            @Override
            public void write(Integer pixels, int frame) {
                book.append(' ').append(frame).append(':').append(pixels);
            }
        });
        Files.writeString(
                target, book + frames.session().map(text -> "\n" + text).orElse(""));
    }
}
