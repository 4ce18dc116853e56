package scorescope.ui.stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.layer.ChosenParticle;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.layer.LayerKind;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ScoreDifference;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.ui.model.WorkbenchModel;

/** What each plot of the stage is about, from the session as it stands. */
final class StageScenes {
    private static final String PARTICLES = "particles";
    private static final Set<String> NEED_NO_DENSITY = Set.of(PARTICLES, ChosenParticle.LAYER);

    private final WorkbenchModel model;
    private Scene analytic;
    private ShownLayers layers = ShownLayers.of();

    StageScenes(WorkbenchModel model) {
        this.model = model;
        analytic = Scene.analytic(
                model.exact(), model.level(), ColorMapCatalog.named(ColorMapCatalog.QUIET, false, "view.colorMap"));
    }

    /** Takes the session as it is now. */
    void refresh(boolean dark) {
        var view = model.session().view();
        var colors = ColorMapCatalog.named(view.colorMap(), dark, "view.colorMap");
        analytic = Scene.analytic(model.exact(), model.level(), colors)
                .with(model.analyticParticlesProperty().get().particles());
        layers = ShownLayers.of(view).with(layers(view.layers()));
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

    /** Where the session says at which step its run stands, its particles are seen. */
    private List<String> layers(List<String> chosen) {
        if (model.session().sampler().step().isEmpty() || chosen.contains(PARTICLES)) {
            return chosen;
        }
        var more = new ArrayList<>(chosen);
        int place = 0;
        while (place < more.size() && subject(more.get(place)) != LayerKind.Subject.PARTICLES) {
            place++;
        }
        more.add(place, PARTICLES);
        return more;
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
        var scene =
                switch (source) {
                    case ANALYTIC -> analytic;
                    case LEARNED -> analytic.learned(learned.get());
                    case DIFFERENCE -> analytic.difference(learned.get());
                    case OVERLAY -> analytic.overlay(learned.get());
                };
        var own = model.learnedParticlesProperty().get().particles();
        return new StageRequest.Panel(
                scene.with(source == Source.LEARNED ? own : Particles.NONE), viewport, layers, marks);
    }
}
