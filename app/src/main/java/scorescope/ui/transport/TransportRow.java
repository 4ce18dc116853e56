package scorescope.ui.transport;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.ui.background.Background;
import scorescope.ui.background.Pulses;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.FoldingRow;
import scorescope.ui.control.Icon;
import scorescope.ui.control.ShorteningLabel;
import scorescope.ui.control.SpeedMenu;
import scorescope.ui.model.ParticleFrame;
import scorescope.ui.model.SamplerAdvice;
import scorescope.ui.model.SamplingPlayer;
import scorescope.ui.model.StepPace;
import scorescope.ui.model.WindowModel;
import scorescope.words.Sentence;
import scorescope.words.Words;

/** Controls of a sampler's run: play, step, reset, sampler, a slider, speed and a read-out. */
public final class TransportRow extends FoldingRow {
    private static final long NANOS_BETWEEN_WORDS = 80_000_000L;

    private final WindowModel model;
    private final SamplingPlayer player;
    private final SamplerAdvice advice;
    private final Slider clock = new Slider(0, 1, 0);
    private final ShorteningLabel readout = new ShorteningLabel("sampling-readout");
    private final Pulses.Delay words;
    private boolean showing;

    public TransportRow(WindowModel model, Background background, SamplingPlayer player) {
        this.model = model;
        words = background.pulses().delay(NANOS_BETWEEN_WORDS, this::refresh);
        this.player = player;
        advice = new SamplerAdvice(model);
        getStyleClass().add("transport");
        setFillHeight(false);
        var play = Buttons.icon(
                "play", Icon.PLAY, Words.text("ui.transport.play-pause-particles-space"), this::playOrPause);
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
                        Buttons.icon(
                                "sample-step", Icon.STEP, Words.text("ui.transport.step-sampler"), this::singleStep),
                        Buttons.icon(
                                "sample-reset",
                                Icon.RESET,
                                Words.text("ui.transport.particles-back-to-their-start"),
                                this::reset),
                        samplers(),
                        clock(),
                        readout,
                        SpeedMenu.seconds(
                                "speed",
                                player.speedProperty(),
                                StepPace.SECONDS,
                                Words.text("ui.transport.how-long-run-takes")));
        model.sessionProperty().subscribe(now -> refresh());
        model.analyticParticlesProperty().subscribe(now -> moved());
        model.learnedParticlesProperty().subscribe(now -> moved());
    }

    public void playOrPause() {
        if (player.playingProperty().get()) {
            player.pause();
        } else {
            player.play();
        }
    }

    public void singleStep() {
        player.step();
    }

    private void reset() {
        player.reset();
    }

    /** Slider over the steps of the run. Without particles it is invisible but keeps its space, so that nothing moves. */
    private Slider clock() {
        Buttons.explain(
                clock, Words.text("ui.transport.step-run"), Words.text("ui.transport.drag-through-whole-run-back"));
        clock.setId("sample-clock");
        clock.setMinWidth(48);
        clock.setPrefWidth(132);
        clock.setBlockIncrement(0.01);
        HBox.setHgrow(clock, Priority.SOMETIMES);
        clock.valueProperty().addListener((_, _, to) -> {
            int steps = model.particles().steps();
            if (!showing && steps > 0) {
                player.seek((int) Math.rint(to.doubleValue() * steps));
            }
        });
        return clock;
    }

    private MenuButton samplers() {
        var menu = Buttons.explain(
                new MenuButton(), Words.text("ui.transport.sampler"), Words.text("ui.transport.how-particles-move"));
        menu.setId("sampler");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getStyleClass().add("pill");
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            var item = new MenuItem(Words.written(kind.title()));
            item.setId("sampler-" + kind.id());
            item.setOnAction(event -> model.edit(s -> s.withSampler(s.sampler().ofKind(kind.id()))));
            menu.getItems().add(item);
        }
        menu.setOnShowing(_ -> sayWhyNot(menu));
        model.sessionProperty()
                .subscribe(session -> menu.setText(Words.written(SamplerCatalog.CATALOG
                        .kind(session.sampler().method().kind(), "sampler")
                        .title())));
        menu.textProperty().addListener((_, _, _) -> refold());
        return menu;
    }

    /** Adds to each sampler of the menu the reason why it is not possible in this session. */
    private void sayWhyNot(MenuButton menu) {
        var kinds = SamplerCatalog.CATALOG.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            var kind = kinds.get(i);
            menu.getItems()
                    .get(i)
                    .setText(Words.written(kind.title())
                            + advice.refusal(Choice.of(kind.id()))
                                    .map(why -> Words.text("ui.transport.not-here", why.problem()))
                                    .orElse(""));
        }
    }

    /** Updates read-out and slider: during play at intervals, since their layout at every step would lower the frame rate. */
    private void moved() {
        if (!player.playingProperty().get()) {
            words.cancel();
            refresh();
        } else {
            words.start();
        }
    }

    /** The read-out is the last part to be left out. */
    public void foldReadout() {
        foldNext(hide -> readout.keepRoom(!hide));
    }

    private void refresh() {
        var frame = model.particles();
        if (frame.count() == 0 && model.particlesDueProperty().get()) {
            // Particles of the present session are being computed; the read-out keeps the last step.
            return;
        }
        showing = true;
        clock.setVisible(frame.count() > 0);
        if (!clock.isValueChanging()) {
            clock.setValue(frame.steps() == 0 ? 0 : frame.step() / (double) frame.steps());
        }
        showing = false;
        readout.say(said(frame));
    }

    /** Forms of the read-out from the longest to the shortest. */
    private static List<String> said(ParticleFrame frame) {
        if (frame.count() == 0) {
            return emptying(Sentence.of("ui.transport.idle").forms());
        }
        var diagnostics = frame.diagnostics();
        if (diagnostics.failed()) {
            return Sentence.of(
                            diagnostics.status() == Status.DIVERGED ? "ui.transport.diverged" : "ui.transport.stopped",
                            frame.step())
                    .forms();
        }
        String steps = Words.text("ui.transport.step", frame.step(), frame.steps());
        String cost = Words.text("ui.transport.cost", steps, diagnostics.evaluations());
        String accepted = Double.isNaN(diagnostics.acceptance())
                ? cost
                : Words.text("ui.transport.accepted", cost, 100 * diagnostics.acceptance());
        String all = Words.text("ui.transport.particles", accepted, frame.count());
        return emptying(List.of(
                all, accepted, cost, steps, Words.text("ui.transport.step.short", frame.step(), frame.steps())));
    }

    /** Adds an empty form, for a width below that of the shortest text. */
    private static List<String> emptying(List<String> forms) {
        var all = new ArrayList<>(forms);
        all.add("");
        return all;
    }
}
