package scorescope.ui.figure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.score.LearnedScore;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.export.ExportedFigure.Rastered;
import scorescope.plot.picture.Exports;
import scorescope.session.Session;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.WorkWatch;
import scorescope.ui.background.WorkWatch.Progress;
import scorescope.ui.model.Message;
import scorescope.words.Words;

/**
 * Writes figures in the background, one at a time, by the same entry as the command line: from the session and the network
 * alone, so that {@code figure} draws the same picture from the file.
 */
final class FigureExport implements AutoCloseable {
    private final Background background;
    private Optional<WorkWatch> working = Optional.empty();

    /**
     * Result of an export.
     *
     * @param file the file written; empty if none was
     */
    record Ended(Optional<Path> file, Message message) {}

    FigureExport(Background background) {
        this.background = background;
    }

    /** @param ended receives the result on the JavaFX thread */
    void write(Session session, Optional<LearnedScore> network, Path target, Contents contents, Consumer<Ended> ended) {
        var watch = new WorkWatch();
        working = Optional.of(watch);
        background.once(Work.FIGURE, () -> watch.during(() -> written(session, network, target, contents)), result -> {
            working = Optional.empty();
            ended.accept(result);
        });
    }

    boolean busy() {
        return working.isPresent();
    }

    /** Progress of an export that takes longer than half a second. */
    Optional<Progress> progress() {
        return working.flatMap(WorkWatch::progress);
    }

    /** Stops the export; no file is written then. */
    void cancel() {
        working.ifPresent(WorkWatch::stop);
    }

    private static Ended written(Session session, Optional<LearnedScore> network, Path target, Contents contents) {
        try {
            var rastered = Exports.write(session, network, target, ExportOptions.PRINT_DPI, contents);
            var exported = Words.text("ui.figure-export.exported", target);
            return new Ended(
                    Optional.of(target),
                    Message.note(
                            Stream.concat(Stream.of(exported), rastered.stream().map(Rastered::words))
                                    .collect(Collectors.joining(" · "))));
        } catch (CancellationException notWanted) {
            return failed(Message.note(Words.text("ui.figure-export.cancelled")));
        } catch (BadInputException bad) {
            return failed(Message.of(bad));
        } catch (FailedWork failed) {
            return failed(Message.problem(failed.getMessage()));
        } catch (IOException failure) {
            return failed(Message.of(failure));
        }
    }

    private static Ended failed(Message message) {
        return new Ended(Optional.empty(), message);
    }

    @Override
    public void close() {
        cancel();
    }
}
