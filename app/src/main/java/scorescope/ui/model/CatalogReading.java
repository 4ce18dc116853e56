package scorescope.ui.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.io.Csv;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.session.Session;
import scorescope.session.Session.DensitySpec;

/** Reads sessions through the catalogs. */
public final class CatalogReading implements SessionReading {
    @Override
    public GaussianMixture mixture(Session session) {
        return switch (session.density()) {
            case DensitySpec.Preset preset -> DensityCatalog.CATALOG.create(Choice.of(preset.name()), "density");
            case DensitySpec.Components given -> new GaussianMixture(given.components());
            case DensitySpec.Points points -> points(points.xy(), points.bandwidth());
            case DensitySpec.File file -> points(file);
        };
    }

    /** One narrow Gaussian on every point; a bandwidth of 0 leaves points, which need σ > 0. */
    private static GaussianMixture points(List<Double> xy, double bandwidth) {
        var components = new ArrayList<Component>();
        for (int i = 0; i + 1 < xy.size(); i += 2) {
            components.add(Component.isotropic(1, xy.get(i), xy.get(i + 1), bandwidth));
        }
        return new GaussianMixture(components);
    }

    private static GaussianMixture points(DensitySpec.File given) {
        try {
            var points = Csv.readPoints(given.file());
            return new GaussianMixture(IntStream.range(0, points.count())
                    .mapToObj(i -> Component.isotropic(1, points.x()[i], points.y()[i], given.bandwidth()))
                    .toList());
        } catch (IOException failure) {
            throw new BadInputException(
                    given.file().toString(), "cannot be read: " + failure.getMessage(), "check density.file");
        }
    }

    @Override
    public NoiseProcess process(Session session) {
        return ProcessCatalog.CATALOG.create(session.process(), "process");
    }
}
