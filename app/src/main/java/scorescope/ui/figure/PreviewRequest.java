package scorescope.ui.figure;

import java.util.Optional;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.Vision;
import scorescope.session.Session;

/**
 * A picture of the figure for the page.
 *
 * @param number counts requests: a later one is of a later session
 * @param network the learned score, in place of the one that the session names
 * @param scale pixels along a point
 * @param detail cells of raster fields along a point
 * @param described whether the figure is also put in words and surveyed, which takes a while
 */
record PreviewRequest(
        long number,
        Session session,
        Optional<ScoreField> network,
        double scale,
        double detail,
        Vision vision,
        boolean described) {}
