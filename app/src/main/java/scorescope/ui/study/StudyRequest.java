package scorescope.ui.study;

import scorescope.core.parameter.Choice;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.study.run.StudyInputs;

/**
 * A request for one picture of a study.
 *
 * @param width width of the picture in points
 * @param height height of the picture in points
 * @param pixelsPerPoint scale of the screen
 * @param sketch whether a sketch will do if the study offers one
 */
record StudyRequest(
        Choice study,
        StudyInputs inputs,
        double moment,
        double width,
        double height,
        double pixelsPerPoint,
        Palette palette,
        Style style,
        boolean sketch) {
    /** The same picture, but no sketch. */
    StudyRequest whole() {
        return new StudyRequest(study, inputs, moment, width, height, pixelsPerPoint, palette, style, false);
    }
}
