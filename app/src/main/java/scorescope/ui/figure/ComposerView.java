package scorescope.ui.figure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import scorescope.core.score.LearnedScore;
import scorescope.ui.background.Background;
import scorescope.ui.background.Pulses;
import scorescope.ui.control.BusyStrip;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.figure.PreviewRenderer.Drawn;
import scorescope.ui.model.Message;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * The figure composer: the page in the middle, settings at its right. Each change is drawn coarsely at once, then at the
 * resolution of the screen, by the same entry as exports.
 */
public final class ComposerView extends BorderPane implements ComposerBar.Actions, AutoCloseable {
    /** Interval at which the figure is drawn again during a training. */
    private static final long TRAINING_NANOS = 1_000_000_000L;

    private static final long TIMEOUT_MILLIS = 60_000;

    private final WindowModel model;
    private final ComposerModel composer;
    private final Dialogs dialogs;
    private final Surroundings surroundings;
    private final CopiedTexts texts;
    private final FigureExport export;
    private final PageBackdrop backdrop;
    private final FigureSettings settings;
    private final PanelSettings panels;
    private final FigureReport report = new FigureReport();
    private final BusyStrip busy;
    private final Previews previews;
    private final Copies copies;
    private final Pulses.Listener pulses;
    private final Pulses.Delay trained;
    private Optional<Preview.Report> latestReport = Optional.empty();
    private boolean dirty = true;

    /** The window around the composer. */
    public interface Surroundings {
        /** Shows the stage again. */
        void leave();

        /** The file that holds the session unchanged; empty if there is none. */
        Optional<Path> savedSession();
    }

    public ComposerView(
            ComposerModel composer,
            WindowModel model,
            Background background,
            Dialogs dialogs,
            Surroundings surroundings) {
        this.model = model;
        this.composer = composer;
        this.dialogs = dialogs;
        this.surroundings = surroundings;
        texts = new CopiedTexts(composer);
        export = new FigureExport(background);
        settings = new FigureSettings(composer);
        panels = new PanelSettings(composer, this::leave);
        busy = new BusyStrip("composer-busy", this::giveUp);
        setId("composer");
        getStyleClass().add("composer");
        getStylesheets()
                .add(ComposerView.class
                        .getResource("/scorescope/styles/composer.css")
                        .toExternalForm());
        busy.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        backdrop = new PageBackdrop(composer, busy, this::changed);
        var column = new VBox(settings, panels, report);
        column.getStyleClass().add("composer-settings");
        var side = new ScrollPane(column);
        side.setFitToWidth(true);
        side.getStyleClass().add("composer-side");
        setTop(new ComposerBar(composer, model, this));
        setCenter(backdrop);
        setRight(side);
        previews = new Previews(background, this::show, this::failed);
        copies = new Copies(model, texts);
        pulses = background.pulses().listen(this::pulse);
        trained = background.pulses().delay(TRAINING_NANOS, this::changed);
        for (ObservableValue<?> of : List.of(model.sessionProperty(), composer.visionProperty(), visibleProperty())) {
            of.addListener((_, _, _) -> changed());
        }
        for (ObservableValue<?> of : List.of(composer.selectedProperty(), composer.formatProperty())) {
            of.addListener((_, _, _) -> showSettings());
        }
        composer.withoutSessionProperty().addListener((_, _, _) -> showSettings());
        model.learnedScoreProperty().addListener((_, _, _) -> {
            if (isVisible()) {
                trained.start();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
    }

    /** Shows the composer with the present session. */
    public void open() {
        model.settle();
        setVisible(true);
        backdrop.rescale();
        changed();
        backdrop.requestFocus();
    }

    private void changed() {
        dirty = true;
        if (isVisible()) {
            showSettings();
            pulses.wake();
        }
    }

    private void showSettings() {
        settings.show(composer.figure());
        panels.show();
        latestReport.ifPresent(one -> report.show(
                one,
                composer.formatProperty().get(),
                composer.withoutSessionProperty().get()));
    }

    /** Takes drawn pictures and requests new ones; returns whether another pulse is needed. */
    private boolean pulse() {
        boolean swapped = previews.pulse();
        if (dirty && isVisible()) {
            request();
        }
        busy.show(export.progress().or(previews::progress));
        return swapped || previews.pending() || export.busy();
    }

    private void request() {
        dirty = false;
        previews.request(
                composer.session(),
                model.learnedScore(),
                backdrop.pixels(),
                composer.visionProperty().get());
    }

    private void show(Drawn drawn) {
        backdrop.say(drawn.problem());
        drawn.preview().ifPresent(preview -> {
            backdrop.show(preview);
            settings.measured(preview);
            latestReport = preview.report().or(() -> latestReport);
            preview.report().ifPresent(_ -> showSettings());
        });
    }

    private void failed(RuntimeException failure) {
        model.show(Message.problem(Words.text("ui.composer.not-drawn", failure.getMessage())));
    }

    private void giveUp() {
        if (export.busy()) {
            export.cancel();
        } else {
            previews.cancel();
            backdrop.say(Optional.of(Words.text("ui.composer.given-up")));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (backdrop.key(event)) {
            event.consume();
        }
    }

    @Override
    public void leave() {
        setVisible(false);
        surroundings.leave();
    }

    @Override
    public void save() {
        if (export.busy()) {
            model.show(Message.note(Words.text("ui.composer.one-at-a-time")));
            return;
        }
        dialogs.exportFigure(texts.suggested()).ifPresent(target -> {
            model.settle();
            export.write(
                    composer.session(),
                    model.learnedScore().filter(LearnedScore.class::isInstance).map(LearnedScore.class::cast),
                    target,
                    composer.contents(),
                    ended -> {
                        ended.file()
                                .ifPresent(file -> composer.exportedProperty().set(Optional.of(file)));
                        model.show(ended.message());
                    });
            pulses.wake();
        });
    }

    @Override
    public void copyPicture() {
        backdrop.picture().ifPresent(copies::picture);
    }

    @Override
    public void copyCaption() {
        latestReport.ifPresent(copies::caption);
    }

    @Override
    public void copyAlternative() {
        latestReport.ifPresent(copies::alternative);
    }

    @Override
    public void copyLatex() {
        copies.latex();
    }

    @Override
    public void copyCommand() {
        copies.command(surroundings.savedSession());
    }

    /** Draws the figure and waits for it: for snapshots of the window, which have no pulses. */
    public void drawNow() {
        if (isVisible()) {
            applyCss();
            layout();
            backdrop.rescale();
            request();
            previews.await(TIMEOUT_MILLIS);
            applyCss();
            layout();
        }
    }

    @Override
    public void close() {
        export.close();
        pulses.close();
        trained.close();
        previews.close();
    }
}
