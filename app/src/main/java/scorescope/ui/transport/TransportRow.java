package scorescope.ui.transport;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.SamplerCatalog;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.control.ShorteningLabel;
import scorescope.ui.model.ParticleFrame;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.WorkbenchModel;

/** Moves particles: play, step, reset, which sampler, how fast, and how far it has come. */
public final class TransportRow extends HBox {
    private final WorkbenchModel model;
    private final SamplingPlayer player;
    private final ShorteningLabel readout = new ShorteningLabel("sampling-readout");

    public TransportRow(WorkbenchModel model, SamplingPlayer player) {
        this.model = model;
        this.player = player;
        getStyleClass().add("transport");
        setFillHeight(false);
        var play = Buttons.icon("play", Icon.PLAY, "Play or pause the particles (Space)", this::playOrPause);
        player.playingProperty().subscribe(playing -> {
            play.setGraphic((playing ? Icon.PAUSE : Icon.PLAY).picture());
            play.getStyleClass().remove("on");
            if (playing) {
                play.getStyleClass().add("on");
            }
        });
        HBox.setHgrow(readout, Priority.ALWAYS);
        getChildren()
                .setAll(
                        play,
                        Buttons.icon("sample-step", Icon.STEP, "One step of the sampler (.)", this::singleStep),
                        Buttons.icon("sample-reset", Icon.RESET, "Particles back to their start", this::reset),
                        samplers(),
                        readout,
                        new SpeedMenu("speed", player.speedProperty(), "How many times the usual 30 steps a second"));
        model.sessionProperty().subscribe(now -> refresh());
        model.analyticParticlesProperty().subscribe(now -> refresh());
        model.learnedParticlesProperty().subscribe(now -> refresh());
    }

    public void playOrPause() {
        if (player.playingProperty().get()) {
            player.pause();
        } else {
            showParticles();
            player.play();
        }
    }

    public void singleStep() {
        showParticles();
        player.step();
    }

    private void reset() {
        showParticles();
        player.reset();
    }

    /** Who asks for particles wants to see them. */
    private void showParticles() {
        model.edit(session -> {
            var view = session.view();
            if (view.layers().contains("particles")) {
                return session;
            }
            var layers = new java.util.ArrayList<>(view.layers());
            layers.add("particles");
            return session.withView(view.withLayers(layers));
        });
    }

    private MenuButton samplers() {
        var menu = Buttons.explain(new MenuButton(), "Sampler", "How the particles move");
        menu.setId("sampler");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getStyleClass().add("pill");
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            var item = new MenuItem(kind.title());
            item.setId("sampler-" + kind.id());
            item.setOnAction(event -> model.edit(s -> s.withSampler(s.sampler().ofKind(kind.id()))));
            menu.getItems().add(item);
        }
        model.sessionProperty()
                .subscribe(session -> menu.setText(SamplerCatalog.CATALOG
                        .kind(session.sampler().method().kind(), "sampler")
                        .title()));
        return menu;
    }

    private void refresh() {
        var analytic = model.analyticParticlesProperty().get();
        readout.say(said(
                analytic.count() > 0
                        ? analytic
                        : model.learnedParticlesProperty().get()));
    }

    /** The whole line first, then ever less of it. */
    private static List<String> said(ParticleFrame frame) {
        if (frame.count() == 0) {
            return List.of(
                    "press play to let particles follow the score", "press play for particles", "press play", "");
        }
        var diagnostics = frame.diagnostics();
        if (diagnostics.status() == Status.DIVERGED) {
            return List.of(String.format(Locale.ROOT, "diverged at step %,d", frame.step()), "diverged");
        }
        String steps = String.format(Locale.ROOT, "step %,d of %,d", frame.step(), frame.steps());
        String particles = String.format(Locale.ROOT, "%s · %,d particles", steps, frame.count());
        String all = String.format(
                Locale.ROOT, "%s · %,d evaluations", particles, diagnostics.evaluations() * frame.count());
        return List.of(all, particles, steps, String.format(Locale.ROOT, "%,d / %,d", frame.step(), frame.steps()), "");
    }
}
