package scorescope.plot.picture;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Caption;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.layer.ParticleLayer;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;

/**
 * One plane of the plain stage: what it shows and what its caption says. Figures and the window's stage are assembled here.
 *
 * @param layers of the scene, the lowest first
 */
public record StagePlane(Source source, Scene scene, ShownLayers layers, Caption caption) {
    private static final Set<String> NEED_NO_DENSITY = Set.of(ParticleLayer.ID, ChosenParticle.LAYER);

    /** The field that the plane's arrows show. */
    public ScoreField score() {
        return scene.score();
    }

    /**
     * The plane of one score at the session's noise level.
     *
     * @param particles dropped where two scores are compared, since particles follow one
     * @throws scorescope.core.BadInputException if the distribution has no density there, or a learned score is wanted and
     *     there is none
     */
    static StagePlane of(StudyInputs inputs, Source source, Particles particles) {
        inputs.resolved().requireDensity();
        var layers = ShownParticles.layers(inputs.session());
        var scene = inputs.scene(source, inputs.level()).with(followsOne(source) ? particles : Particles.NONE);
        return new StagePlane(source, scene, layers, new PlaneCaptions(inputs, layers).of(source));
    }

    /**
     * The same with what there is: without a density the particles alone, without the learned score the density alone.
     *
     * @param analytic particles that follow the exact score
     * @param learned particles that follow the learned score
     */
    public static StagePlane available(StudyInputs inputs, Source source, Particles analytic, Particles learned) {
        boolean known = source == Source.ANALYTIC || inputs.learned().isPresent();
        var exact = inputs.scene(Source.ANALYTIC, inputs.level());
        if (!inputs.exact().mixture().hasDensity(inputs.level())) {
            return lacking(inputs, source, exact.with(analytic), NEED_NO_DENSITY::contains);
        }
        if (!known) {
            return lacking(inputs, source, exact, id -> subject(id) == LayerKind.Subject.DENSITY);
        }
        return of(inputs, source, source == Source.LEARNED ? learned : analytic);
    }

    private static StagePlane lacking(StudyInputs inputs, Source source, Scene scene, Predicate<String> possible) {
        var wanted = ShownParticles.layers(inputs.session());
        List<String> ids = wanted.ids().stream().filter(possible).toList();
        return new StagePlane(source, scene, wanted.with(ids), new PlaneCaptions(inputs, wanted).of(source));
    }

    static boolean followsOne(Source source) {
        return source == Source.ANALYTIC || source == Source.LEARNED;
    }

    private static LayerKind.Subject subject(String id) {
        return LayerCatalog.kind(id, "view.layers").subject();
    }
}
