package scorescope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.picture.ShownParticles;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;

/**
 * What a panel taken from the stage holds on to while the session goes on: what one looks at, not what is studied. Panels
 * follow the distribution, the process and the network.
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

    /** Particles hold their sampler too. */
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
