package scorescope.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.density.Box;
import scorescope.core.parameter.Parameters;

/**
 * What is drawn of the plane. {@code layers} are ids of the layer catalog, bottom first; {@code settings} are values
 * that a person has set for layers, by id, retained while a layer is not shown.
 *
 * @param brush radius of the brush that sprays points, in data units
 * @param shown which scores are shown; empty for the one that samplers follow
 * @param fixedLevel whether the noise level stays the session's own while a run that moves between levels is shown;
 * otherwise the picture shows the level that its particles have reached
 */
public record View(
        double x0,
        double x1,
        double y0,
        double y1,
        List<String> layers,
        String colorMap,
        Map<String, Parameters> settings,
        StudySpec study,
        double brush,
        Optional<Shown> shown,
        boolean fixedLevel) {
    public View {
        layers = List.copyOf(layers);
        settings = StudySpec.withoutEmpty(settings);
    }

    public View(double x0, double x1, double y0, double y1, List<String> layers, String colorMap) {
        this(
                x0,
                x1,
                y0,
                y1,
                layers,
                colorMap,
                Map.of(),
                StudySpec.NONE,
                SessionParameters.BRUSH.standard(),
                Optional.empty(),
                false);
    }

    /** The part of the plane that is visible at least. */
    public Box box() {
        return new Box(x0, x1, y0, y1);
    }

    /** The same layers over another part of the plane. */
    public View over(double newX0, double newX1, double newY0, double newY1) {
        return new View(newX0, newX1, newY0, newY1, layers, colorMap, settings, study, brush, shown, fixedLevel);
    }

    public View withLayers(List<String> changed) {
        return new View(x0, x1, y0, y1, changed, colorMap, settings, study, brush, shown, fixedLevel);
    }

    /** The values set for one layer. */
    public Parameters settings(String layer) {
        return settings.getOrDefault(layer, Parameters.NONE);
    }

    public View withSettings(String layer, Parameters changed) {
        var all = new LinkedHashMap<>(settings);
        all.put(layer, changed);
        return new View(x0, x1, y0, y1, layers, colorMap, all, study, brush, shown, fixedLevel);
    }

    public View withStudy(StudySpec changed) {
        return new View(x0, x1, y0, y1, layers, colorMap, settings, changed, brush, shown, fixedLevel);
    }

    public View withBrush(double changed) {
        return new View(x0, x1, y0, y1, layers, colorMap, settings, study, changed, shown, fixedLevel);
    }

    public View holding(boolean changed) {
        return new View(x0, x1, y0, y1, layers, colorMap, settings, study, brush, shown, changed);
    }

    public View withColorMap(String changed) {
        return new View(x0, x1, y0, y1, layers, changed, settings, study, brush, shown, fixedLevel);
    }

    public View withShown(Optional<Shown> changed) {
        return new View(x0, x1, y0, y1, layers, colorMap, settings, study, brush, changed, fixedLevel);
    }
}
