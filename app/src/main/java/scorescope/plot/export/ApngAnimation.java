package scorescope.plot.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.io.AtomicFile;
import scorescope.plot.export.png.ApngFile;
import scorescope.plot.export.png.PngFile;
import scorescope.plot.export.png.PngText;
import scorescope.words.Words;

/** Animations as PNG, in full colour. */
final class ApngAnimation implements AnimationFormat {
    private static final int THOUSANDTHS = 1000;

    @Override
    public String extension() {
        return "png";
    }

    @Override
    public String title() {
        return Words.text("film.apng.title");
    }

    @Override
    public boolean recognises(byte[] start) {
        return PngText.isPng(start);
    }

    @Override
    public Optional<String> session(byte[] file, String place) {
        return PngText.under(PngFile.KEYWORD, file, place);
    }

    @Override
    public void save(FrameSource frames, Path target) throws IOException {
        AtomicFile.write(target, out -> write(frames, out));
    }

    private static void write(FrameSource frames, OutputStream out) throws IOException {
        var timing = frames.timing();
        var file = new ApngFile(
                out,
                frames.columns(),
                frames.rows(),
                timing.frames(),
                timing.loop(),
                frames.dpi(),
                frames.description(),
                frames.session());
        frames.play(new FrameCoder<ApngFile.Coded>() {
            @Override
            public ApngFile.Coded code(Optional<int[]> before, int[] now) {
                return file.coded(before, now);
            }

            @Override
            public void write(ApngFile.Coded coded, int frame) throws IOException {
                file.frame(coded, timing.shown(frame, THOUSANDTHS));
            }
        });
        file.end();
    }
}
