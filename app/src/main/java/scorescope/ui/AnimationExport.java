package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.score.LearnedScore;
import scorescope.plot.film.Animations;
import scorescope.session.Session;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.background.WorkWatch;
import scorescope.ui.control.BusyStrip;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.Message;
import scorescope.words.Words;

/**
 * Saves what the stage shows as an animation, in the background, through the same entry as the command line. Shows
 * progress over the stage and can be cancelled. One export at a time.
 */
final class AnimationExport {
    private final AppContext context;
    private final Dialogs dialogs;
    private final BusyStrip strip = new BusyStrip("animation-busy", this::giveUp);
    private final Pulses.Listener pulses;
    private Optional<WorkWatch> running = Optional.empty();

    AnimationExport(AppContext context, Dialogs dialogs) {
        this.context = context;
        this.dialogs = dialogs;
        pulses = context.background().pulses().listen(this::pulse);
        strip.setMaxSize(BusyStrip.USE_PREF_SIZE, BusyStrip.USE_PREF_SIZE);
        StackPane.setAlignment(strip, Pos.TOP_CENTER);
    }

    /** The progress strip over the stage while an animation is drawn. */
    BusyStrip strip() {
        return strip;
    }

    /** Asks where to save an animation of the session, and begins, unless an export is in progress. */
    void ask() {
        if (running.isEmpty()) {
            dialogs.exportAnimation("animation.gif").ifPresent(this::begin);
        }
    }

    private void begin(Path target) {
        var model = context.model();
        model.settle();
        var session = model.session();
        var network =
                model.learnedScore().filter(LearnedScore.class::isInstance).map(LearnedScore.class::cast);
        var watch = new WorkWatch();
        running = Optional.of(watch);
        pulses.wake();
        context.background().once(Work.FIGURE, () -> watch.during(() -> saved(session, network, target)), this::end);
    }

    private static Message saved(Session session, Optional<LearnedScore> network, Path target) {
        try {
            Animations.write(session, network, target, Animations.Request.STANDARD);
            return Message.note(Words.text("ui.animation-export.saved", target));
        } catch (CancellationException givenUp) {
            return Message.note(Words.text("ui.animation-export.given-up"));
        } catch (BadInputException bad) {
            return Message.of(bad);
        } catch (FailedWork failed) {
            return Message.problem(failed.getMessage());
        } catch (IOException failure) {
            return Message.of(failure);
        }
    }

    private void end(Message said) {
        running = Optional.empty();
        context.model().show(said);
    }

    private boolean pulse() {
        strip.show(running.flatMap(WorkWatch::progress));
        return running.isPresent();
    }

    private void giveUp() {
        running.ifPresent(WorkWatch::stop);
    }
}
