package scorescope.ui.figure;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.memo.Memo;
import scorescope.plot.color.CloseColors;
import scorescope.plot.color.Vision;
import scorescope.plot.export.FigurePixels;
import scorescope.plot.export.FigureSurvey;
import scorescope.plot.paint.Color;
import scorescope.plot.picture.Pictures;
import scorescope.plot.picture.SampledRuns;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.run.StudyInputs;

/** Draws figures for the page by the same entry as exports, on one background thread. Caches results of studies and panels. */
final class PreviewRenderer {
    private final Memo<Double, Pictures.Print> prints;

    /** @param runs results of samplers, shared by all renderers of the figure */
    PreviewRenderer(SampledRuns runs) {
        prints = new Memo<>(detail -> new Pictures.Print(detail, runs, 0));
    }

    /**
     * Result of a request: a picture or a problem.
     *
     * @param number number of the request
     * @param preview empty if there is none
     * @param problem empty if there is none
     */
    record Drawn(long number, Optional<Preview> preview, Optional<String> problem) {
        static final Drawn NOTHING = new Drawn(0, Optional.empty(), Optional.empty());

        boolean answers(long request) {
            return number == request;
        }
    }

    void render(PreviewRequest request, AtomicReference<Drawn> into) {
        into.set(drawn(request));
    }

    private Drawn drawn(PreviewRequest request) {
        try {
            return new Drawn(request.number(), Optional.of(preview(request)), Optional.empty());
        } catch (BadInputException bad) {
            return new Drawn(request.number(), Optional.empty(), Optional.of(bad.getMessage()));
        } catch (FailedWork failed) {
            return new Drawn(request.number(), Optional.empty(), Optional.of(failed.getMessage()));
        }
    }

    private Preview preview(PreviewRequest request) {
        var inputs = StudyInputs.of(request.session(), Findings.of(request.network()));
        var printed = Pictures.printed(inputs, prints.of(request.detail()));
        var figure = printed.figure();
        var pixels = FigurePixels.of(figure, request.scale());
        show(pixels.argb(), request.vision());
        Optional<Preview.Report> report = Optional.empty();
        if (request.described()) {
            var survey = FigureSurvey.of(figure);
            report = Optional.of(new Preview.Report(
                    printed.words().get(), survey, CloseColors.among(survey.colors(), figure.palette())));
        }
        return new Preview(pixels, figure.width(), figure.height(), Preview.places(figure, printed.owners()), report);
    }

    /** Blends the picture onto white and applies the simulated vision, in place. */
    private static void show(int[] argb, Vision vision) {
        int last = 0;
        int seen = 0;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] != last || i == 0) {
                last = argb[i];
                seen = vision.seen(new Color(last).onWhite().argb());
            }
            argb[i] = seen;
        }
    }
}
