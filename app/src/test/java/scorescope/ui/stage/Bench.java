package scorescope.ui.stage;

import java.util.List;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.session.Session;
import scorescope.session.Session.DensitySpec;
import scorescope.session.SessionDefaults;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.WorkbenchModel;

/** A workbench with the opening session, for tests of what stands on it. */
public final class Bench implements SessionReading {
    public static WorkbenchModel model() {
        var opening = SessionDefaults.opening();
        var view = opening.view();
        return new WorkbenchModel(
                opening.withView(new Session.View(
                        view.x0(), view.x1(), view.y0(), view.y1(), List.of("density", "quiver"), "quiet")),
                new Bench());
    }

    @Override
    public GaussianMixture mixture(Session session) {
        return switch (session.density()) {
            case DensitySpec.Preset(String name) ->
                DensityCatalog.CATALOG.create(new Choice(name, Parameters.NONE), "density");
            case DensitySpec.Components(var components) -> new GaussianMixture(components);
            case DensitySpec.Points _, DensitySpec.File _ -> throw new IllegalArgumentException("not on this bench");
        };
    }

    @Override
    public NoiseProcess process(Session session) {
        return ProcessCatalog.CATALOG.create(session.process(), "process");
    }
}
