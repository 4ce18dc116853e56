package scorescope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.picture.ShownParticles;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;

/**
 * Patch of a panel taken from the stage: it fixes the view. Distribution, process and network are not part of it, so that
 * the panel follows the session there.
 */
final class ViewPatch {
    private static final List<String> VIEW_KEYS = List.of(
            "noise",
            "score.source",
            "view.shown",
            "view.layers",
            "view.x",
            "view.y",
            "view.settings",
            "view.study",
            "view.studies",
            "view.moment");

    /** Fixed too if the panel shows particles. */
    private static final String SAMPLER = "sampler";

    private ViewPatch() {}

    static Patch of(Session session) {
        var keys = new ArrayList<>(VIEW_KEYS);
        if (ShownParticles.among(ShownParticles.layers(session).ids())) {
            keys.add(SAMPLER);
        }
        return Patches.holding(session, keys);
    }
}
