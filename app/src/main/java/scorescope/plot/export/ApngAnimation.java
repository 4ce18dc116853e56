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

/** Animations as PNG, in all colours. */
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
    public void save(Reel reel, Path target) throws IOException {
        AtomicFile.write(target, out -> write(reel, out));
    }

    private static void write(Reel reel, OutputStream out) throws IOException {
        var timing = reel.timing();
        var file = new ApngFile(
                out,
                reel.columns(),
                reel.rows(),
                timing.frames(),
                timing.loop(),
                reel.dpi(),
                reel.description(),
                reel.session());
        reel.play(new FrameCoder<ApngFile.Coded>() {
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
