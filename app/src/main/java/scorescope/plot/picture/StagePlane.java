package scorescope.plot.picture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Caption;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.layer.DataLayer;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind.Subject;
import scorescope.plot.layer.ParticleLayer;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;

/**
 * One plane of a plain picture, for one score. All planes of the window and of figures are created here.
 *
 * @param source the score that the plane shows
 * @param score the field of that score; empty if there is no learned score yet
 * @param scene the input of its layers
 * @param layers the layers that can be drawn
 * @param caption the line above it, without a note
 */
public record StagePlane(Source source, Optional<ScoreField> score, Scene scene, ShownLayers layers, Caption caption) {
    /** Layers that need no density at the picture's noise level. */
    private static final Set<String> NEED_NO_DENSITY = Set.of(DataLayer.ID, ParticleLayer.ID, ChosenParticle.LAYER);

    /**
     * The planes of some scores from known results. Nothing is computed: without the score, only layers that show the
     * density remain; without a density, only those that need none.
     */
    public static List<StagePlane> found(StudyInputs inputs, List<Source> sources) {
        var layers = ShownParticles.layers(inputs.session());
        var captions = new PlaneCaptions(inputs, layers);
        return sources.stream()
                .map(source -> found(inputs, source, layers, captions))
                .toList();
    }

    private static StagePlane found(StudyInputs inputs, Source source, ShownLayers layers, PlaneCaptions captions) {
        boolean there = source == Source.ANALYTIC || inputs.learned().isPresent();
        var drawn = there ? source : Source.ANALYTIC;
        var scene = Scene.of(inputs.resolved(), drawn, inputs.level(), inputs.findings(), inputs.dark());
        var shown = drawable(inputs, layers).ids().stream()
                .filter(id -> there || LayerCatalog.kind(id, "view.layers").subject() == Subject.DENSITY)
                .toList();
        var background = LayerCatalog.background(layers.with(shown), scene);
        return new StagePlane(
                source,
                there ? Optional.of(scene.score()) : Optional.empty(),
                there ? scene : scene.with(Particles.NONE),
                layers.with(shown),
                background.under(captions.of(source)));
    }

    /**
     * The layers that can be drawn at the session's noise level: if there is no density, the data layer and those that
     * need none.
     */
    private static ShownLayers drawable(StudyInputs inputs, ShownLayers layers) {
        return inputs.resolved().hasDensity()
                ? layers
                : layers.with(Stream.concat(Stream.of(DataLayer.ID), layers.ids().stream())
                        .filter(NEED_NO_DENSITY::contains)
                        .distinct()
                        .toList());
    }

    /**
     * The planes of a whole picture, from left to right: particles that are not known are computed.
     *
     * @throws scorescope.core.BadInputException if there is no learned score and one is shown
     */
    static List<StagePlane> whole(StudyInputs inputs) {
        var layers = drawable(inputs, ShownParticles.layers(inputs.session()));
        var captions = new PlaneCaptions(inputs, layers);
        return Source.of(inputs.session().shown()).stream()
                .map(source -> {
                    var scene = Scene.of(inputs.resolved(), source, inputs.level(), inputs.findings(), inputs.dark());
                    return new StagePlane(
                            source,
                            Optional.of(scene.score()),
                            scene.with(ShownParticles.of(inputs, scene)),
                            layers,
                            captions.of(source));
                })
                .toList();
    }
}
