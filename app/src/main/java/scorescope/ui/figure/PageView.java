package scorescope.ui.figure;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import scorescope.plot.paint.Place;
import scorescope.words.Words;

/** The page: the figure in running text. */
final class PageView extends Region implements PanelFrame.Neighbours {
    /** Typeface of the running text; the toolkit maps this name on every system. */
    private static final String SERIF = "Serif";

    /** Size of the caption relative to the running text. */
    private static final double CAPTION_SIZE = 0.9;

    private static final int PARAGRAPHS = 4;

    private final ComposerModel composer;
    private final ImageView image = new ImageView();
    private final WrappedText caption = new WrappedText();
    private final List<Text> blocks = new ArrayList<>();
    private final List<PanelFrame> frames = new ArrayList<>();
    private final Pane text = new Pane();
    private Optional<Preview> shown = Optional.empty();
    private Optional<PageLayout> laid = Optional.empty();
    private double scale = 1;
    private double room = 800;
    private int focusNext = ComposerModel.NONE;

    PageView(ComposerModel composer) {
        this.composer = composer;
        setId("composer-page");
        getStyleClass().add("page");
        image.setId("composer-figure");
        image.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        text.setMouseTransparent(true);
        caption.setId("composer-caption");
        getChildren().setAll(text, image, caption);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleText(Words.text("ui.composer.page"));
        composer.selectedProperty().addListener((_, _, _) -> sayAll());
    }

    /** @param pixelsPerPoint logical pixels per point of the page; that of the screen for true size */
    void scale(double pixelsPerPoint, double roomForPage) {
        scale = pixelsPerPoint;
        room = roomForPage;
        arrange();
    }

    /** The picture shown. */
    Optional<Image> picture() {
        return Optional.ofNullable(image.getImage());
    }

    /** Shows a picture; one without a report keeps the last caption. */
    void show(Preview preview) {
        shown = Optional.of(preview);
        var pixels = preview.pixels();
        image.setImage(new WritableImage(new PixelBuffer<>(
                pixels.columns(), pixels.rows(), IntBuffer.wrap(pixels.argb()), PixelFormat.getIntArgbPreInstance())));
        preview.report().ifPresent(report -> {
            caption.text(Words.text("ui.composer.caption", report.words().caption()));
            image.setAccessibleText(report.words().text());
        });
        arrange();
    }

    private void arrange() {
        shown.ifPresent(preview -> {
            var paper = PageLayout.Paper.of(composer.figure(), preview.width());
            double body = paper.body() * scale;
            var ruler = new Text("x");
            set(ruler, Font.font(SERIF, body));
            double line = ruler.getLayoutBounds().getHeight();
            var sheet = new PageLayout.Sheet(paper, scale, room, preview.width(), preview.height());
            caption.set(
                    Font.font(SERIF, CAPTION_SIZE * body),
                    PageLayout.of(sheet, line, 0).captionPlace().width());
            var page = PageLayout.of(sheet, line, caption.height());
            laid = Optional.of(page);
            setMinSize(page.width(), page.height());
            setPrefSize(page.width(), page.height());
            fill(page.blocks(), body);
            frame(preview, page);
            requestLayout();
        });
    }

    /** Sets the font in the style too, since the window's stylesheet overrides the property. */
    static void set(Text text, Font font) {
        text.setFont(font);
        text.setStyle("-fx-font:" + font.getSize() + "px '" + font.getFamily() + "'");
    }

    /** All paragraphs of the running text twice, beginning with paragraph {@code first}. */
    private static String runningText(int first) {
        return IntStream.range(0, 2 * PARAGRAPHS)
                .mapToObj(i -> Words.text("ui.composer.running-text." + (1 + (first + i) % PARAGRAPHS)))
                .collect(Collectors.joining(" "));
    }

    private void fill(List<Place> places, double size) {
        while (blocks.size() < places.size()) {
            var block = new Text(runningText(blocks.size()));
            block.getStyleClass().add("page-text");
            block.setTextAlignment(TextAlignment.JUSTIFY);
            blocks.add(block);
        }
        text.getChildren().setAll(blocks.subList(0, places.size()));
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var block = blocks.get(i);
            set(block, Font.font(SERIF, size));
            block.setWrappingWidth(place.width());
            block.relocate(place.left(), place.top());
            block.setClip(new Rectangle(0, -block.getBaselineOffset(), place.width(), place.height()));
        }
    }

    private void frame(Preview preview, PageLayout page) {
        int count = composer.panels() == preview.panels().size() ? composer.panels() : 0;
        while (frames.size() > count) {
            getChildren().remove(frames.removeLast());
        }
        while (frames.size() < count) {
            var frame = new PanelFrame(frames.size(), composer, this);
            frames.add(frame);
            getChildren().add(frame);
        }
        for (int i = 0; i < count; i++) {
            var place = page.onPage(preview.panels().get(i));
            frames.get(i).resizeRelocate(place.left(), place.top(), place.width(), place.height());
        }
        sayAll();
        if (focusNext >= 0 && focusNext < count) {
            frames.get(focusNext).requestFocus();
            focusNext = ComposerModel.NONE;
        }
    }

    private void sayAll() {
        for (int i = 0; i < Math.min(frames.size(), composer.panels()); i++) {
            frames.get(i).say(i == composer.selected());
        }
    }

    @Override
    protected void layoutChildren() {
        laid.ifPresent(page -> {
            text.resizeRelocate(0, 0, page.width(), page.height());
            var figure = page.figure();
            image.setFitWidth(figure.width());
            image.setFitHeight(figure.height());
            image.relocate(figure.left(), figure.top());
            caption.resizeRelocate(
                    page.captionPlace().left(),
                    page.captionPlace().top(),
                    page.captionPlace().width(),
                    page.captionPlace().height());
        });
    }

    @Override
    public int at(Point2D inScene) {
        var here = sceneToLocal(inScene);
        return laid.map(page -> page.nearest(shown.orElseThrow().panels(), here.getX(), here.getY()))
                .orElse(0);
    }

    @Override
    public int beyond(int panel, int direction) {
        return PageLayout.beyond(shown.orElseThrow().panels(), panel, direction);
    }

    @Override
    public void focus(int panel) {
        composer.select(panel);
        focusNext = panel;
        if (panel >= 0 && panel < frames.size()) {
            frames.get(panel).requestFocus();
        }
    }
}
