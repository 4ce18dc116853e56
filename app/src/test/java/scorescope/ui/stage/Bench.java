package scorescope.ui.stage;

import java.util.List;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.View;
import scorescope.session.source.Resolved;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.WindowModel;

/** A model of the opening session, for tests of views of it. */
public final class Bench implements SessionReading {
    public static WindowModel model() {
        var opening = SessionDefaults.opening();
        var view = opening.view();
        return new WindowModel(
                opening.withView(
                        new View(view.x0(), view.x1(), view.y0(), view.y1(), List.of("density", "quiver"), "quiet")),
                new Bench());
    }

    @Override
    public GaussianMixture mixture(Session session) {
        return Resolved.mixture(session);
    }

    @Override
    public NoiseProcess process(Session session) {
        return ProcessCatalog.CATALOG.create(session.process(), "process");
    }
}
