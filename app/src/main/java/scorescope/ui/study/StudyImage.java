package scorescope.ui.study;

import java.util.List;
import java.util.Optional;
import scorescope.plot.raster.RasterPainter.Word;
import scorescope.ui.draw.RasterImage;

/** Buffer for one picture of a study: pixels and words, or the reason why there is none. */
final class StudyImage {
    private final RasterImage pixels = new RasterImage();
    private List<Word> words = List.of();
    private Optional<String> problem = Optional.empty();
    private String description = "";
    private boolean sketch;

    RasterImage pixels() {
        return pixels;
    }

    List<Word> words() {
        return words;
    }

    Optional<String> problem() {
        return problem;
    }

    String description() {
        return description;
    }

    /** Whether a better picture of the same moment is to be requested. */
    boolean sketch() {
        return sketch;
    }

    void shows(List<Word> drawn, String says, boolean isSketch) {
        sketch = isSketch;
        words = List.copyOf(drawn);
        description = says;
        problem = Optional.empty();
    }

    void fails(String why) {
        sketch = false;
        words = List.of();
        problem = Optional.of(why);
    }
}
