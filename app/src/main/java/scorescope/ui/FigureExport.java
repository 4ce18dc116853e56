package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
import scorescope.ui.model.Message;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/**
 * Writes what the stage shows as a figure for paper, in the background, through the entry that the command line uses: from
 * the session and the network alone, so that the file draws the same figure again.
 */
final class FigureExport implements SessionFiles.Exporter {
    private final WorkbenchModel model;
    private final StudyPlayer studies;
    private final Background background;

    FigureExport(WorkbenchModel model, StudyPlayer studies, Background background) {
        this.model = model;
        this.studies = studies;
        this.background = background;
    }

    @Override
    public void write(Session session, Path target, Consumer<Message> said) {
        var shown = studies.present(session);
        var network =
                model.learnedScore().filter(LearnedScore.class::isInstance).map(LearnedScore.class::cast);
        background.once(Work.FIGURE, () -> written(shown, network, target), said);
    }

    private static Message written(Session shown, Optional<LearnedScore> network, Path target) {
        try {
            var rastered = Exports.write(shown, network, target, ExportOptions.PRINT_DPI, Contents.SESSION_AND_DATA);
            var exported = Words.text("ui.figure-export.exported", target);
            return Message.note(
                    Stream.concat(Stream.of(exported), rastered.stream().map(Rastered::words))
                            .collect(Collectors.joining(" · ")));
        } catch (BadInputException bad) {
            return Message.of(bad);
        } catch (FailedWork failed) {
            return Message.problem(failed.getMessage());
        } catch (IOException failure) {
            return Message.of(failure);
        }
    }
}
