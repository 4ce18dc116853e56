package scorescope.plot.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.plot.export.gif.GifComments;
import scorescope.plot.export.gif.GifFile;
import scorescope.plot.export.gif.GifPalette;
import scorescope.words.Words;

/** Animations as GIF, with one palette derived from the picture's colours. */
final class GifAnimation implements AnimationFormat {
    private static final int HUNDREDTHS = 100;

    /** Largest number of frames per second: viewers show frames of less than 2/100 s for 10/100 s. */
    private static final int FASTEST = 50;

    @Override
    public String extension() {
        return "gif";
    }

    @Override
    public String title() {
        return Words.text("film.gif.title");
    }

    @Override
    public boolean recognises(byte[] start) {
        return GifComments.isGif(start);
    }

    @Override
    public Optional<String> session(byte[] file, String place) {
        return GifComments.session(file, place);
    }

    /**
     * @throws BadInputException also if there are more than 50 frames per second, which viewers do not show
     */
    @Override
    public void require(Path target, AnimationTiming timing) {
        AtomicFile.requireWritablePlace(target);
        if (timing.fps() > FASTEST) {
            throw new BadInputException(
                    AnimationTiming.option(AnimationTiming.FPS),
                    Words.text("film.gif.too-fast", timing.fps()),
                    Words.text("film.gif.slower", FASTEST));
        }
    }

    @Override
    public void save(FrameSource frames, Path target) throws IOException {
        var palette = GifPalette.of(frames.samples());
        AtomicFile.write(target, out -> write(frames, palette, out));
    }

    private static void write(FrameSource frames, GifPalette palette, OutputStream out) throws IOException {
        var file = new GifFile(
                out,
                palette,
                frames.columns(),
                frames.rows(),
                frames.timing().loop(),
                frames.description(),
                frames.session());
        frames.play(new FrameCoder<byte[]>() {
            @Override
            public byte[] code(Optional<int[]> before, int[] now) {
                return file.coded(before, now);
            }

            @Override
            public void write(byte[] coded, int frame) throws IOException {
                file.frame(coded, frames.timing().shown(frame, HUNDREDTHS));
            }
        });
        file.end();
    }
}
