package scorescope.ui.figure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import scorescope.core.score.LearnedScore;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Style;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.control.BusyStrip;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.figure.PreviewRenderer.Drawn;
import scorescope.ui.model.Message;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/**
 * The figure composer: the page in the middle, settings at its right. Every change is drawn coarsely at once and then as fine as
 * the screen shows it, by the entry that exports use.
 */
public final class ComposerView extends BorderPane implements ComposerBar.Actions, AutoCloseable {
    /** Cells of raster fields along a point while a change is seen for the first time. */
    private static final double COARSE = 0.5;

    /** A network that is trained is drawn again this often. */
    private static final long TRAINING_NANOS = 1_000_000_000L;

    private static final double ZOOM_STEP = 1.1;
    private static final double LEAST_ZOOM = 0.5;
    private static final double MOST_ZOOM = 4;

    private final WorkbenchModel model;
    private final ComposerModel composer;
    private final Dialogs dialogs;
    private final Surroundings surroundings;
    private final CopiedTexts texts;
    private final FigureExport export;
    private final PageView page;
    private final ScrollPane desk;
    private final Label size = new Label();
    private final Label problem = new Label();
    private final FigureSettings settings;
    private final PanelSettings panels;
    private final FigureReport report = new FigureReport();
    private final BusyStrip busy;
    private final ConflatingWorker<PreviewRequest, AtomicReference<Drawn>> coarse;
    private final ConflatingWorker<PreviewRequest, AtomicReference<Drawn>> fine;
    private final Pulses.Listener pulses;
    private final Pulses.Delay trained;
    private Optional<Preview.Told> told = Optional.empty();
    private double zoom = 1;
    private long number;
    private boolean dirty = true;

    /** What the composer stands in. */
    public interface Surroundings {
        /** Back to the stage. */
        void leave();

        /** The file that holds the session as it is; empty if there is none. */
        Optional<Path> savedSession();
    }

    public ComposerView(
            ComposerModel composer,
            WorkbenchModel model,
            Background background,
            Dialogs dialogs,
            Surroundings surroundings) {
        this.model = model;
        this.composer = composer;
        this.dialogs = dialogs;
        this.surroundings = surroundings;
        texts = new CopiedTexts(composer);
        export = new FigureExport(background);
        page = new PageView(composer);
        settings = new FigureSettings(composer);
        panels = new PanelSettings(composer, this::leave);
        busy = new BusyStrip("composer-busy", this::giveUp);
        setId("composer");
        getStyleClass().add("composer");
        getStylesheets()
                .add(ComposerView.class
                        .getResource("/scorescope/styles/composer.css")
                        .toExternalForm());
        problem.setId("composer-problem");
        problem.setWrapText(true);
        problem.getStyleClass().addAll("problem-text", "page-problem");
        size.getStyleClass().add("zoom");
        size.setId("composer-zoom");
        size.setMouseTransparent(true);
        desk = new ScrollPane(new StackPane(page));
        desk.setFitToWidth(true);
        desk.setId("composer-desk");
        desk.getStyleClass().add("desk");
        desk.addEventFilter(ScrollEvent.SCROLL, this::zoom);
        desk.viewportBoundsProperty().addListener((_, _, _) -> rescale());
        var over = new StackPane(desk, problem, size, busy);
        over.getStyleClass().add("over-page");
        StackPane.setAlignment(size, javafx.geometry.Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(problem, javafx.geometry.Pos.TOP_CENTER);
        StackPane.setAlignment(busy, javafx.geometry.Pos.TOP_CENTER);
        busy.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        problem.setMaxHeight(USE_PREF_SIZE);
        var column = new VBox(settings, panels, report);
        column.getStyleClass().add("composer-settings");
        var side = new ScrollPane(column);
        side.setFitToWidth(true);
        side.getStyleClass().add("inspector");
        setTop(new ComposerBar(composer, model, this));
        setCenter(over);
        setRight(side);
        var drawing = new PreviewRenderer();
        coarse = background.worker(
                Work.STUDY, () -> new AtomicReference<>(Drawn.NOTHING), drawing::render, this::failed);
        fine = background.worker(
                Work.FIGURE, () -> new AtomicReference<>(Drawn.NOTHING), drawing::render, this::failed);
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

    /** Shows itself with the session as it stands. */
    public void open() {
        model.settle();
        setVisible(true);
        rescale();
        changed();
        page.requestFocus();
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
        told.ifPresent(one -> report.show(
                one,
                composer.formatProperty().get(),
                composer.withoutSessionProperty().get()));
    }

    /** Whether anything moves. */
    private boolean pulse() {
        boolean swapped = coarse.take(this::showCoarse) | fine.take(this::showFine);
        if (dirty && isVisible()) {
            dirty = false;
            number++;
            coarse.request(request(COARSE, false));
        }
        busy.show(export.progress().or(coarse::progress).or(fine::progress));
        return swapped || coarse.pending() || fine.pending() || export.busy();
    }

    private PreviewRequest request(double detail, boolean asked) {
        double pixels = scale() * (getScene() == null ? 1 : renderScale());
        return new PreviewRequest(
                number,
                composer.session(),
                model.learnedScore(),
                pixels,
                Math.min(detail, Style.PAPER.detail()),
                composer.visionProperty().get(),
                asked);
    }

    private double renderScale() {
        var window = getScene().getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }

    private void showCoarse(AtomicReference<Drawn> result) {
        show(result.get());
        result.get()
                .preview()
                .filter(preview -> preview.number() == number)
                .ifPresent(preview -> fine.request(request(scale(), true)));
    }

    private void showFine(AtomicReference<Drawn> result) {
        if (result.get()
                .preview()
                .map(Preview::number)
                .filter(of -> of < number)
                .isEmpty()) {
            show(result.get());
        }
    }

    private void show(Drawn drawn) {
        problem.setText(drawn.problem().orElse(""));
        problem.setVisible(drawn.problem().isPresent());
        drawn.preview().ifPresent(preview -> {
            page.show(preview);
            settings.measured(preview);
            told = preview.told().or(() -> told);
            preview.told().ifPresent(_ -> showSettings());
        });
    }

    private void failed(RuntimeException failure) {
        model.show(Message.problem(Words.text("ui.composer.not-drawn", failure.getMessage())));
    }

    private void giveUp() {
        if (export.busy()) {
            export.cancel();
        } else {
            coarse.cancel();
            fine.cancel();
            problem.setText(Words.text("ui.composer.given-up"));
            problem.setVisible(true);
        }
    }

    /** Logical pixels along a point: of the screen, times the zoom. */
    private double scale() {
        return zoom * trueScale();
    }

    private static double trueScale() {
        var screen = Screen.getPrimary();
        return screen.getDpi() / screen.getOutputScaleX() / Length.POINTS_PER_INCH;
    }

    private void zoom(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            setZoom(event.getDeltaY() > 0 ? zoom * ZOOM_STEP : zoom / ZOOM_STEP);
            event.consume();
        }
    }

    private void setZoom(double wanted) {
        // So that a way there and back ends at true size.
        double near = Math.abs(wanted - 1) < 0.01 ? 1 : wanted;
        zoom = Math.clamp(near, LEAST_ZOOM, MOST_ZOOM);
        rescale();
        changed();
    }

    private void rescale() {
        page.scale(scale(), desk.getViewportBounds().getWidth());
        size.setText(
                zoom == 1
                        ? Words.text("ui.composer.true-size")
                        : Words.text("ui.composer.zoomed", Math.round(100 * zoom)));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.DIGIT0) {
            setZoom(1);
            event.consume();
        } else if (event.isShortcutDown()
                && List.of(KeyCode.PLUS, KeyCode.EQUALS).contains(event.getCode())) {
            setZoom(zoom * ZOOM_STEP);
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.MINUS) {
            setZoom(zoom / ZOOM_STEP);
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
        var content = new ClipboardContent();
        content.putImage(((ImageView) page.lookup("#composer-figure")).getImage());
        copied(content, "ui.composer.copy-picture");
    }

    @Override
    public void copyCaption() {
        told.ifPresent(one -> copyText(one.words().caption(), "ui.composer.copy-caption"));
    }

    @Override
    public void copyAlternative() {
        told.ifPresent(one -> copyText(one.words().text(), "ui.composer.copy-alternative"));
    }

    @Override
    public void copyLatex() {
        copyText(texts.latex(), "ui.composer.copy-latex");
    }

    @Override
    public void copyCommand() {
        texts.command(surroundings.savedSession())
                .ifPresentOrElse(
                        line -> copyText(line, "ui.composer.copy-command"),
                        () -> model.show(Message.note(Words.text("ui.composer.save-first"))));
    }

    private void copyText(String text, String what) {
        var content = new ClipboardContent();
        content.putString(text);
        copied(content, what);
    }

    private void copied(ClipboardContent content, String what) {
        boolean taken = Clipboard.getSystemClipboard().setContent(content);
        String name = Words.text(what);
        model.show(
                taken
                        ? Message.note(Words.text("ui.composer.copied", name))
                        : Message.problem(Words.text("ui.composer.not-copied", name)));
    }

    /** Draws the figure as the session stands now, waiting for it: for a picture of the window taken without a running clock. */
    public void drawNow() {
        if (!isVisible()) {
            return;
        }
        applyCss();
        layout();
        rescale();
        dirty = false;
        number++;
        fine.request(request(scale(), true));
        if (fine.awaitResult(60_000)) {
            fine.take(this::showFine);
        }
        applyCss();
        layout();
    }

    @Override
    public void close() {
        export.close();
        pulses.close();
        trained.close();
        coarse.close();
        fine.close();
    }
}
