package scorescope.ui.figure;

import java.util.Optional;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.Vision;
import scorescope.session.Session;

/**
 * Request for a picture of the figure.
 *
 * @param number consecutive number of the request
 * @param network the learned score, in place of the one that the session names
 * @param scale pixels per point
 * @param detail cells of raster fields per point
 * @param described whether the figure is also described and surveyed, which takes longer
 */
record PreviewRequest(
        long number,
        Session session,
        Optional<ScoreField> network,
        double scale,
        double detail,
        Vision vision,
        boolean described) {}
