package scorescope.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.guide.Axes;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Source;
import scorescope.ui.draw.CanvasPainter;
import scorescope.ui.model.CursorReading;

/**
 * One plot: its caption, its picture, and the numbers along two sides in margins of their own. The margins are
 * narrow canvases beside the picture rather than one beneath it, so that a new picture repaints nothing else.
 */
final class PlotView extends Region {
    static final double CAPTION = 36;
    static final double LEFT = 36;
    static final double BOTTOM = 26;
    static final double RIGHT = 10;
    private static final double EDGE = 1;
    private static final double PADDING = 12;
    private static final String FONT = "Inter";

    private final Source source;
    private final Style style;
    /*
     * The card is a frame round the plane. As one region with round corners JavaFX drew it as a stretched picture
     * under the whole plane at every frame, which took two thirds of the renderer's time.
     */
    private final Region head = new Region();
    private final Region left = new Region();
    private final Region right = new Region();
    private final Region foot = new Region();
    private final ImageView image = new ImageView();
    private final Pane plane = new Pane(image);
    private final Canvas captionCanvas = new Canvas();
    private final Canvas leftCanvas = new Canvas();
    private final Canvas bottomCanvas = new Canvas();
    private final CanvasPainter captionPainter = new CanvasPainter(captionCanvas.getGraphicsContext2D(), FONT);
    private final CanvasPainter leftPainter = new CanvasPainter(leftCanvas.getGraphicsContext2D(), FONT);
    private final Canvas legendCanvas = new Canvas();
    private final CanvasPainter legendPainter = new CanvasPainter(legendCanvas.getGraphicsContext2D(), FONT);
    private final CanvasPainter bottomPainter = new CanvasPainter(bottomCanvas.getGraphicsContext2D(), FONT);
    private final Label emptyTitle = new Label();
    private final Label emptyText = new Label();
    private final VBox empty = new VBox(4, emptyTitle, emptyText);
    private final CursorCard readout = new CursorCard();
    private double pointerX;
    private double pointerY;
    private Caption drawnCaption;
    private Viewport drawnAxes;
    private Palette drawnPalette = Palette.LIGHT;
    private Legend drawnLegend = Legend.NONE;
    private double legendHeight;

    PlotView(Source source, Style style) {
        this.source = source;
        this.style = style;
        drawnCaption = StageCaptions.of(
                source, scorescope.ui.model.TrainingStatus.idle(0), Optional.empty(), NoiseLevel.plain(1), false);
        drawnAxes = new Viewport(0, 0, 1, 1, 0, 0, 1);
        getStyleClass().add("plot");
        head.getStyleClass().add("plot-head");
        left.getStyleClass().add("plot-left");
        right.getStyleClass().add("plot-right");
        foot.getStyleClass().add("plot-foot");
        plane.getStyleClass().add("plane");
        plane.setId("plane-" + source.id());
        plane.setFocusTraversable(true);
        plane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setMouseTransparent(true);
        image.setSmooth(false);
        empty.getStyleClass().add("plot-empty");
        empty.setAlignment(Pos.CENTER);
        empty.setMouseTransparent(true);
        empty.setVisible(false);
        emptyTitle.getStyleClass().add("plot-empty-title");
        emptyText.setWrapText(true);
        emptyText.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(head, left, right, foot);
        getChildren().forEach(part -> part.setMouseTransparent(true));
        getChildren().addAll(captionCanvas, leftCanvas, bottomCanvas, legendCanvas, plane, empty, readout);
    }

    Source source() {
        return source;
    }

    /** The plotting area: takes the mouse and the focus. */
    Pane plane() {
        return plane;
    }

    /** The plotting area's size in whole points, so that its pixels are the screen's. */
    double planeWidth() {
        return Math.max(8, Math.floor(getWidth() - LEFT - RIGHT));
    }

    double planeHeight() {
        return Math.max(8, Math.floor(getHeight() - CAPTION - BOTTOM - EDGE - legendHeight));
    }

    void show(Image picture) {
        image.setImage(picture);
    }

    /** Draws caption and numbers anew if they differ from those drawn. */
    void dress(Caption caption, Viewport viewport, Palette palette) {
        boolean recoloured = !palette.equals(drawnPalette);
        if (recoloured || !caption.equals(drawnCaption)) {
            drawnCaption = caption;
            drawCaption(palette);
        }
        if (recoloured || !viewport.equals(drawnAxes)) {
            drawnAxes = viewport;
            drawAxes(palette);
        }
        if (recoloured) {
            drawLegend(palette);
        }
        drawnPalette = palette;
    }

    private void drawCaption(Palette palette) {
        double width = captionCanvas.getWidth();
        captionCanvas.getGraphicsContext2D().clearRect(0, 0, width, CAPTION);
        drawnCaption.draw(captionPainter, PADDING, width - PADDING, 23, palette, style);
    }

    private void drawAxes(Palette palette) {
        var left = leftCanvas.getGraphicsContext2D();
        left.clearRect(0, 0, leftCanvas.getWidth(), leftCanvas.getHeight());
        var beside = new Viewport(
                LEFT,
                0,
                drawnAxes.width(),
                drawnAxes.height(),
                drawnAxes.centerX(),
                drawnAxes.centerY(),
                drawnAxes.scale());
        Axes.PLAIN.draw(leftPainter, beside, palette, style);
        var bottom = bottomCanvas.getGraphicsContext2D();
        bottom.clearRect(0, 0, bottomCanvas.getWidth(), bottomCanvas.getHeight());
        bottom.save();
        bottom.translate(0, -drawnAxes.height());
        Axes.PLAIN.draw(bottomPainter, beside, palette, style);
        bottom.restore();
    }

    /** The room that a legend needs under this plot. */
    double legendHeight(Legend legend) {
        return Math.ceil(legend.height(legendPainter, legendWidth(), style));
    }

    /** Says under the plot what is drawn, in {@code height} points, which linked plots share. */
    void explain(Legend legend, double height, Palette palette) {
        if (height != legendHeight) {
            legendHeight = height;
            drawnLegend = legend;
            requestLayout();
        } else if (!legend.words().equals(drawnLegend.words())) {
            drawnLegend = legend;
            drawLegend(palette);
        }
    }

    private double legendWidth() {
        return Math.max(60, getWidth() - LEFT - RIGHT);
    }

    private void drawLegend(Palette palette) {
        var context = legendCanvas.getGraphicsContext2D();
        context.clearRect(0, 0, legendCanvas.getWidth(), legendCanvas.getHeight());
        if (legendHeight > 0) {
            drawnLegend.draw(legendPainter, 0, -0.5 * style.ticks(), legendWidth(), palette, style);
        }
    }

    /** Says what to do instead of showing arrows. */
    void showEmpty(String title, String text) {
        emptyTitle.setText(title);
        emptyText.setText(text);
        empty.setVisible(true);
    }

    void hideEmpty() {
        empty.setVisible(false);
    }

    /** What is known at (x, y), in data units, in the corner opposite to it; nothing if there are no lines. */
    void read(List<CursorReading.Line> lines, double x, double y) {
        readout.show(lines);
        pointerX = x;
        pointerY = y;
        placeReadout();
    }

    private void placeReadout() {
        readout.place(LEFT, CAPTION, planeWidth(), planeHeight(), drawnAxes.toX(pointerX), drawnAxes.toY(pointerY));
    }

    @Override
    protected void layoutChildren() {
        double width = planeWidth();
        double height = planeHeight();
        head.resizeRelocate(0, 0, getWidth(), CAPTION);
        left.resizeRelocate(0, CAPTION, LEFT, height);
        right.resizeRelocate(LEFT + width, CAPTION, Math.max(0, getWidth() - LEFT - width), height);
        foot.resizeRelocate(0, CAPTION + height, getWidth(), Math.max(0, getHeight() - CAPTION - height));
        sized(captionCanvas, getWidth(), CAPTION);
        sized(leftCanvas, LEFT - 1, height);
        leftCanvas.relocate(0, CAPTION);
        sized(bottomCanvas, getWidth(), BOTTOM);
        bottomCanvas.relocate(0, CAPTION + height);
        sized(legendCanvas, legendWidth(), Math.max(1, legendHeight));
        legendCanvas.relocate(LEFT, CAPTION + height + BOTTOM);
        plane.resizeRelocate(LEFT, CAPTION, width, height);
        image.setFitWidth(width);
        image.setFitHeight(height);
        double room = Math.min(300, width - 24);
        double tall = empty.prefHeight(room);
        empty.resizeRelocate(
                Math.floor(LEFT + (width - room) / 2), Math.floor(CAPTION + (height - tall) / 2), room, tall);
        placeReadout();
        drawCaption(drawnPalette);
        drawAxes(drawnPalette);
        drawLegend(drawnPalette);
    }

    private static void sized(Canvas canvas, double width, double height) {
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
    }
}
