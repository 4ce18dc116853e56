package scorescope.ui.study;

import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.PanelContentCache;
import scorescope.plot.paint.Typeface;
import scorescope.plot.picture.Pictures;
import scorescope.plot.raster.RasterPainter;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.Study;
import scorescope.words.Notation;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/** Computes and draws studies on the render thread. The last study is kept with its cached results. */
final class StudyRenderer {
    private final PanelContentCache contents = new PanelContentCache();
    private Choice drawnStudy = Choice.of("");
    private Notation written = Words.notation();
    private Optional<Study> study = Optional.empty();

    void render(StudyRequest request, StudyImage image) {
        Words.use(NotationCatalog.named(request.inputs().session().notation()));
        var raster = image.pixels().raster();
        int width = Math.max(1, (int) Math.round(request.width() * request.pixelsPerPoint()));
        int height = Math.max(1, (int) Math.round(request.height() * request.pixelsPerPoint()));
        raster.reset(width, height, request.palette().panel().argb());
        try {
            if (!request.study().equals(drawnStudy) || !Words.notation().equals(written)) {
                study = Optional.of(StudyCatalog.create(request.study()));
                drawnStudy = request.study();
                written = Words.notation();
            }
            var painter = new RasterPainter(raster, Typeface.MEASURE);
            painter.begin(request.pixelsPerPoint());
            var screen = new Pictures.Screen(
                    request.palette(), request.style(), request.width(), request.height(), contents);
            var shown = study.orElseThrow();
            var sketch = request.sketch()
                    ? Pictures.sketch(shown, request.inputs(), request.moment(), screen)
                    : Optional.<Figure>empty();
            var figure = sketch.orElseGet(() -> Pictures.onScreen(shown, request.inputs(), request.moment(), screen));
            figure.draw(painter);
            image.shows(painter.words(), figure.description(), sketch.isPresent());
        } catch (BadInputException nothingToSee) {
            image.fails(nothingToSee.problem() + ": " + nothingToSee.remedy() + ".");
        }
    }
}
