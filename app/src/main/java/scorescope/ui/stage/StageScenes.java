package scorescope.ui.stage;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import scorescope.core.score.ScoreField;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.layer.ParticleLayer;
import scorescope.plot.paint.Viewport;
import scorescope.plot.picture.ShownParticles;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ScoreDifference;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.ui.model.WorkbenchModel;

/** What each plot of the stage is about, from the session as it stands. */
final class StageScenes {
    private static final Set<String> NEED_NO_DENSITY = Set.of(ParticleLayer.ID, ChosenParticle.LAYER);

    private final WorkbenchModel model;
    private StudyInputs inputs;
    private Scene analytic;
    private ShownLayers layers = ShownLayers.of();

    StageScenes(WorkbenchModel model) {
        this.model = model;
        inputs = inputs(false);
        analytic = inputs.scene(Source.ANALYTIC, model.level());
    }

    /** Takes the session as it is now. */
    void refresh(boolean dark) {
        inputs = inputs(dark);
        analytic = inputs.scene(Source.ANALYTIC, model.level())
                .with(model.analyticParticlesProperty().get().particles());
        layers = ShownParticles.layers(model.session());
    }

    private StudyInputs inputs(boolean dark) {
        return new StudyInputs(model.resolved(), model.learnedScore(), dark);
    }

    /** The scores of these plots at one point, to be read; those that do not exist yet are left out. */
    CursorReadings.Request reading(List<Source> sources, double x, double y) {
        var scores = new EnumMap<Source, ScoreField>(Source.class);
        for (var source : sources) {
            score(source).ifPresent(score -> scores.put(source, score));
        }
        return new CursorReadings.Request(model.exact(), scores, model.level(), x, y);
    }

    private Optional<ScoreField> score(Source source) {
        return switch (source) {
            case ANALYTIC -> Optional.of(model.exact());
            case LEARNED, OVERLAY -> model.learnedScore();
            case DIFFERENCE -> model.learnedScore().map(learned -> new ScoreDifference(learned, model.exact()));
        };
    }

    private static LayerKind.Subject subject(String id) {
        return LayerCatalog.kind(id, "view.layers").subject();
    }

    /** The plot of {@code source}, as of the last {@link #refresh}. */
    StageRequest.Panel panel(Source source, Viewport viewport, HandleMarks marks) {
        var learned = model.learnedScore();
        if (!model.mixture().hasDensity(model.level())) {
            var shown = layers.with(
                    layers.ids().stream().filter(NEED_NO_DENSITY::contains).toList());
            return new StageRequest.Panel(analytic, viewport, shown, marks);
        }
        if (source == Source.ANALYTIC) {
            return new StageRequest.Panel(analytic, viewport, layers, marks);
        }
        if (learned.isEmpty()) {
            var bare = layers.with(layers.ids().stream()
                    .filter(id -> subject(id) == LayerKind.Subject.DENSITY)
                    .toList());
            return new StageRequest.Panel(analytic.with(Particles.NONE), viewport, bare, marks);
        }
        var scene = inputs.scene(source, model.level());
        var own = model.learnedParticlesProperty().get().particles();
        return new StageRequest.Panel(
                scene.with(source == Source.LEARNED ? own : Particles.NONE), viewport, layers, marks);
    }
}
