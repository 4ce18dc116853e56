package scorescope.ui.model.listen;

import java.util.Optional;
import javafx.application.Platform;
import javafx.util.Subscription;
import scorescope.core.density.Box;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.session.View;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * Lets a person hear the exact density along a horizontal line: through the probe if it is shown, else through the middle
 * of the stage. The sound follows the session. Off until asked for. Confined to the JavaFX thread.
 */
public final class Listening implements AutoCloseable {
    private final WindowModel model;
    private final Background background;
    private final Speaker speaker;
    private final Pulses.Listener pulses;
    private Optional<Playing> playing = Optional.empty();

    /** What runs while a person listens. */
    private record Playing(SoundLoop sound, ConflatingWorker<Heard, Composed> composer, Subscription session) {
        void stop() {
            sound.stop();
            composer.close();
            session.unsubscribe();
        }
    }

    /** The line that is heard. */
    private record Heard(MixtureScore exact, NoiseLevel level, Box view, double y) {}

    /** Receives the melody of a line. */
    private static final class Composed {
        private Melody melody = Melody.SILENCE;
    }

    public Listening(WindowModel model, Background background) {
        this(model, background, Speaker.SYSTEM);
    }

    Listening(WindowModel model, Background background, Speaker speaker) {
        this.model = model;
        this.background = background;
        this.speaker = speaker;
        pulses = background.pulses().listen(this::pulse);
    }

    public boolean on() {
        return playing.isPresent();
    }

    /** Switches the sound on or off. */
    public void toggle() {
        if (on()) {
            stop();
        } else {
            start();
        }
    }

    private void start() {
        var sound = new SoundLoop(speaker, _ -> Platform.runLater(() -> fail(Words.text("ui.listen.no-sound"))));
        ConflatingWorker<Heard, Composed> composer = background.worker(
                Work.LISTENING,
                Composed::new,
                (line, result) -> result.melody = Melody.along(line.exact(), line.level(), line.view(), line.y()),
                failure -> fail(Words.text("ui.listen.not-computed", failure.getMessage())));
        playing =
                Optional.of(new Playing(sound, composer, model.sessionProperty().subscribe((_, _) -> compose())));
        background.thread(Work.LISTENING, sound);
        compose();
        model.show(Message.note(
                hasDensity()
                        ? Words.text("ui.listen.along", Numbers.readOut(height(view()), 2))
                        : Words.text("ui.listen.no-density")));
    }

    private void stop() {
        playing.ifPresent(Playing::stop);
        playing = Optional.empty();
    }

    private void fail(String sentence) {
        if (on()) {
            stop();
            model.show(Message.problem(sentence));
        }
    }

    private View view() {
        return model.session().view();
    }

    private boolean hasDensity() {
        return model.mixture().hasDensity(model.level());
    }

    /** Height of the line, in data units. */
    static double height(View view) {
        return ProbePoint.shown(view)
                ? ProbePoint.wherever(view).y()
                : (view.box().y0() + view.box().y1()) / 2;
    }

    private void compose() {
        playing.ifPresent(now -> {
            if (hasDensity()) {
                now.composer().request(new Heard(model.exact(), model.level(), view().box(), height(view())));
                pulses.wake();
            } else {
                now.sound().play(Melody.SILENCE);
            }
        });
    }

    /** Passes on a new melody; returns whether another is awaited. */
    private boolean pulse() {
        return playing.map(now -> {
                    boolean unusedNew = now.composer().take(composed -> {
                        if (hasDensity()) {
                            now.sound().play(composed.melody);
                        }
                    });
                    return now.composer().pending();
                })
                .orElse(false);
    }

    /** Ends the sound and its thread. */
    @Override
    public void close() {
        stop();
        pulses.close();
    }
}
