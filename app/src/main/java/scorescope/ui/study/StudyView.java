package scorescope.ui.study;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import scorescope.core.parameter.Choice;
import scorescope.plot.paint.Style;
import scorescope.plot.raster.RasterPainter.Word;
import scorescope.plot.study.Course;
import scorescope.plot.study.StudyCatalog;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.background.Pulses;
import scorescope.ui.control.BusyStrip;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.draw.CanvasPainter;
import scorescope.ui.draw.Magnification;
import scorescope.ui.draw.SharpCanvas;
import scorescope.ui.model.Cause;
import scorescope.ui.model.Message;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * A study shown instead of the stage: its question, what to watch, and its picture, computed and drawn in the background.
 */
public final class StudyView extends Region implements AutoCloseable {
    private static final double MARGIN = 12;
    private static final double HEAD = 66;
    private static final double COARSE = 0.25;

    private final WindowModel model;
    private final StudyPlayer player;
    private final Style style;
    private final Label place = new Label();
    private final Label title = new Label();
    private final Label help = new Label();
    private final HBox head;
    private final ImageView image = new ImageView();
    private final SharpCanvas words = new SharpCanvas();
    private final CanvasPainter pen = new CanvasPainter(words.context(), "Inter");
    private final Label problem = new Label();
    private final BusyStrip busy = new BusyStrip("study-busy", this::giveUp);
    private final Pane picture = new Pane(image, words, problem, busy);
    private final ConflatingWorker<StudyRequest, StudyImage> renderer;
    private final Pulses.Listener pulses;
    private List<Word> drawn = List.of();
    private boolean dirty = true;
    /** Whether the picture shown is a sketch, so that the whole one is to be requested. */
    private boolean sketched;

    public StudyView(WindowModel model, Background background, StudyPlayer player, Style style) {
        this.style = style;
        this.model = model;
        pulses = background.pulses().listen(this::pulse);
        this.player = player;
        setId("study");
        getStyleClass().add("study");
        getStylesheets()
                .add(StudyView.class.getResource("/scorescope/styles/stage.css").toExternalForm());
        title.getStyleClass().add("study-question");
        help.getStyleClass().add("mute");
        for (var words : List.of(place, title, help)) {
            words.setWrapText(true);
        }
        var back = Buttons.flat(
                "study-close",
                Icon.CLOSE,
                Words.text("ui.study-view.back-to-stage-esc"),
                () -> player.show(Optional.empty()));
        place.getStyleClass().add("mute");
        place.setId("study-place");
        var says = new VBox(2, place, title, help, new OwnSceneBar(model, player));
        says.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(says, Priority.ALWAYS);
        head = new HBox(
                4,
                Buttons.icon("study-previous", Icon.BACK, Words.text("ui.study-view.previous"), () -> player.turn(-1)),
                Buttons.icon("study-next", Icon.FOLD, Words.text("ui.study-view.next"), () -> player.turn(1)),
                says,
                back);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("study-head");
        picture.getStyleClass().add("study-picture");
        picture.setId("study-picture");
        picture.setFocusTraversable(true);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        problem.setWrapText(true);
        problem.getStyleClass().add("mute");
        getChildren().addAll(head, picture);
        var drawing = new StudyRenderer();
        renderer = background.worker(
                Work.STUDY,
                StudyImage::new,
                drawing::render,
                failure ->
                        model.show(Message.problem(Words.text("ui.study-view.study-cannot-drawn", failure.getMessage()))
                                .because(Cause.Work.DRAWING)));
        for (ObservableValue<?> of : List.of(
                model.sessionProperty(),
                model.learnedScoreProperty(),
                model.shownProperty(),
                model.preferences().themeProperty(),
                model.interactingProperty(),
                player.chosenProperty(),
                player.momentProperty(),
                visibleProperty())) {
            of.addListener((_, _, _) -> changed());
        }
        player.chosenProperty().subscribe(this::name);
        // So that the space key plays the clock instead of pressing the button that opened the study.
        visibleProperty().subscribe(shown -> {
            if (shown) {
                picture.requestFocus();
            }
        });
    }

    private void name(Optional<Choice> chosen) {
        chosen.map(study -> StudyCatalog.CATALOG.kind(study.kind(), "view.study"))
                .ifPresent(kind -> {
                    var stands = Course.place(kind.id());
                    place.setText(Words.text(
                            "ui.study-view.place",
                            stands.number(),
                            stands.part().studies().size(),
                            stands.part().title(),
                            Words.written(kind.title())));
                    title.setText(Course.question(kind));
                    help.setText(Words.written(kind.help()));
                });
    }

    private void changed() {
        dirty = true;
        if (isVisible()) {
            pulses.wake();
        }
    }

    /** Takes a finished picture and requests a new one; returns whether another pulse is needed. */
    private boolean pulse() {
        boolean swapped = renderer.take(this::show);
        if (dirty && ready()) {
            dirty = false;
            sketched = false;
            renderer.request(request());
        } else if (sketched && ready()) {
            sketched = false;
            renderer.request(request().whole());
        }
        busy.show(renderer.progress());
        return swapped || renderer.pending();
    }

    /** Cancels the present picture; the next change requests another. */
    private void giveUp() {
        renderer.cancel();
        image.setImage(null);
        drawn = List.of();
        drawWords();
        problem.setText(Words.text("ui.study-view.given-up"));
    }

    private boolean ready() {
        return isVisible() && player.shown() && picture.getWidth() > 0;
    }

    private StudyRequest request() {
        var palette = model.preferences().theme().palette();
        return new StudyRequest(
                player.chosenProperty().get().orElseThrow(),
                player.inputs(player.present(model.session()), palette.dark()),
                player.momentProperty().get(),
                picture.getWidth(),
                picture.getHeight(),
                Magnification.onScreen(this),
                palette,
                model.interacting() ? style.withDetail(COARSE) : style,
                true);
    }

    private void show(StudyImage shown) {
        model.resolve(Cause.Work.DRAWING);
        sketched = shown.sketch();
        image.setImage(shown.pixels().image());
        problem.setText(shown.problem().orElse(""));
        picture.setAccessibleText(shown.description());
        if (!shown.words().equals(drawn)) {
            drawn = shown.words();
            drawWords();
        }
    }

    private void drawWords() {
        words.clear();
        for (var word : drawn) {
            pen.text(word.text(), word.x(), word.y(), word.size(), word.bold(), word.align(), word.color());
        }
    }

    /** Draws the study and waits for it: for snapshots of the window, which have no pulses. */
    public void drawNow() {
        applyCss();
        layout();
        if (ready()) {
            dirty = false;
            renderer.request(request().whole());
            if (renderer.awaitResult(30_000)) {
                renderer.take(this::show);
            }
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - 2 * MARGIN);
        double top = Math.max(HEAD, Math.ceil(head.prefHeight(width)));
        head.resizeRelocate(MARGIN, MARGIN, width, top);
        double high = Math.max(1, Math.floor(getHeight() - 2 * MARGIN - top));
        picture.resizeRelocate(MARGIN, MARGIN + top, width, high);
        image.setFitWidth(width);
        image.setFitHeight(high);
        problem.resizeRelocate(16, 16, Math.max(1, width - 32), 60);
        busy.autosize();
        busy.relocate(Math.rint((width - busy.getWidth()) / 2), 16);
        if (!words.fits(width, high)) {
            words.fit(width, high);
            drawWords();
            changed();
        }
    }

    @Override
    public void close() {
        pulses.close();
        renderer.close();
    }
}
