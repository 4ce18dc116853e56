package scorescope.ui.figure;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import scorescope.ui.draw.Magnification;
import scorescope.words.Words;

/** Scrolls and zooms the page, and shows problems over it. */
final class PageBackdrop extends StackPane {
    private final PageView page;
    private final Zoom zoom = new Zoom();
    private final ScrollPane scroll;
    private final Label size = new Label();
    private final Label problem = new Label();

    /**
     * @param busy shown over the page
     * @param rescaled run when the figure must be drawn at another scale
     */
    PageBackdrop(ComposerModel composer, Node busy, Runnable rescaled) {
        page = new PageView(composer);
        scroll = new ScrollPane(new StackPane(page));
        scroll.setFitToWidth(true);
        scroll.setId("composer-scroll");
        scroll.getStyleClass().add("page-scroll");
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        scroll.viewportBoundsProperty().addListener((_, _, _) -> rescale());
        problem.setId("composer-problem");
        problem.setWrapText(true);
        problem.setMaxHeight(USE_PREF_SIZE);
        problem.getStyleClass().addAll("problem-text", "page-problem");
        say(Optional.empty());
        size.getStyleClass().add("zoom");
        size.setId("composer-zoom");
        size.setMouseTransparent(true);
        getChildren().setAll(scroll, problem, size, busy);
        setAlignment(size, Pos.BOTTOM_RIGHT);
        setAlignment(problem, Pos.TOP_CENTER);
        setAlignment(busy, Pos.TOP_CENTER);
        zoom.valueProperty().addListener((_, _, _) -> {
            rescale();
            rescaled.run();
        });
    }

    /** Logical pixels per point of the page. */
    double scale() {
        var screen = Screen.getPrimary();
        return zoom.scale(screen.getDpi(), screen.getOutputScaleX() * Magnification.inWindow(this));
    }

    /** Pixels of the screen per point of the page. */
    double pixels() {
        return scale() * Magnification.onScreen(this);
    }

    void show(Preview preview) {
        page.show(preview);
    }

    /** Shows a problem, or none. */
    void say(Optional<String> wrong) {
        problem.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
    }

    Optional<Image> picture() {
        return page.picture();
    }

    void rescale() {
        page.scale(scale(), scroll.getViewportBounds().getWidth());
        size.setText(
                zoom.printed()
                        ? Words.text("ui.composer.true-size")
                        : Words.text("ui.composer.zoomed", zoom.percent()));
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            if (event.getDeltaY() > 0) {
                zoom.in();
            } else {
                zoom.out();
            }
            event.consume();
        }
    }

    /** Zooms by a key; returns whether it was one. */
    boolean key(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return false;
        }
        switch (event.getCode()) {
            case DIGIT0 -> zoom.asPrinted();
            case PLUS, EQUALS -> zoom.in();
            case MINUS -> zoom.out();
            default -> {
                return false;
            }
        }
        return true;
    }
}
