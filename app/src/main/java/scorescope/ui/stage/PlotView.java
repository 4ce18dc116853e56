package scorescope.ui.stage;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import scorescope.core.memo.Memo;
import scorescope.plot.guide.Axes;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Source;
import scorescope.session.View;
import scorescope.ui.draw.CanvasPainter;
import scorescope.ui.draw.SharpCanvas;
import scorescope.ui.model.reading.CursorReading;

/**
 * One plot: its caption, its picture, and the numbers along two sides in margins of their own. The margins are narrow
 * canvases beside the picture instead of one beneath it, so that a new picture does not repaint them.
 */
final class PlotView extends Region {
    private static final double PADDING = 12;
    private static final double CAPTION_BASELINE = 23;

    /** Distance of the left axis's note from the plane and from the plot's left edge, in points. */
    private static final double NOTE_GAP = 4;

    private static final String FONT = "Inter";

    private final Source source;
    private final Style style;
    /*
     * The card consists of four parts that frame the plane. When it was one region with rounded corners, JavaFX drew it
     * as a stretched image under the whole plane at every frame, which took two thirds of the renderer's time.
     */
    private final Region head = new Region();
    private final Region left = new Region();
    private final Region right = new Region();
    private final Region foot = new Region();
    private final PlanePicture picture = new PlanePicture();
    private final Pane plane = new Pane(picture.node());
    private final SharpCanvas captionCanvas = new SharpCanvas();
    private final SharpCanvas leftCanvas = new SharpCanvas();
    private final SharpCanvas bottomCanvas = new SharpCanvas();
    private final CanvasPainter captionPainter = new CanvasPainter(captionCanvas.context(), FONT);
    private final CanvasPainter leftPainter = new CanvasPainter(leftCanvas.context(), FONT);
    private final SharpCanvas legendCanvas = new SharpCanvas();
    private final CanvasPainter legendPainter = new CanvasPainter(legendCanvas.context(), FONT);
    private final CanvasPainter bottomPainter = new CanvasPainter(bottomCanvas.context(), FONT);
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
    private PlotMargins margins = PlotMargins.LEAST;
    private final Memo<Fit, PlotMargins> fitting;

    /** Everything that the margins depend on. */
    private record Fit(View view, double width, double height) {}

    PlotView(Source source, Style style) {
        this.source = source;
        this.style = style;
        // Reserves space for the usual line about arrows before the first picture, which would else be drawn twice.
        legendHeight = Math.ceil(Legend.height(1, style));
        fitting = new Memo<>(fit -> PlotMargins.of(leftPainter, style, fit.view(), fit.width(), fit.height()));
        drawnCaption = Caption.plain("", "", "");
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

    /** The plotting area, which receives the mouse and the focus. */
    Pane plane() {
        return plane;
    }

    /** The plane as seen through {@code view}, its upper left corner at 0; adapts the margins to the numbers. */
    Viewport viewport(View view) {
        double height = getHeight() - legendHeight;
        var fitted = fitting.of(new Fit(view, getWidth(), height));
        if (!fitted.equals(margins)) {
            margins = fitted;
            requestLayout();
        }
        return margins.viewport(view, getWidth(), height);
    }

    private double planeWidth() {
        return margins.planeWidth(getWidth());
    }

    private double planeHeight() {
        return margins.planeHeight(getHeight() - legendHeight);
    }

    void show(Image image, Viewport part) {
        picture.show(image, part);
        placePicture();
    }

    boolean isBlank() {
        return picture.isEmpty();
    }

    private void placePicture() {
        picture.place(drawnAxes, planeWidth(), planeHeight());
    }

    /** Draws the caption and the numbers again if they have changed. */
    void write(Caption caption, Viewport viewport, Palette palette) {
        boolean recoloured = !palette.equals(drawnPalette);
        boolean moved = !viewport.equals(drawnAxes);
        drawnAxes = viewport;
        if (moved) {
            placePicture();
        }
        if (recoloured || moved || !caption.equals(drawnCaption)) {
            drawnCaption = caption;
            drawCaption(palette);
        }
        if (recoloured || moved) {
            drawAxes(palette);
        }
        if (recoloured) {
            drawLegend(palette);
        }
        drawnPalette = palette;
    }

    private void drawCaption(Palette palette) {
        double width = captionCanvas.getWidth();
        captionCanvas.clear();
        double size = style.text() / Style.SCREEN.text();
        drawnCaption.draw(captionPainter, PADDING, width - PADDING, size * CAPTION_BASELINE, palette, style);
        captionPainter.text(
                Axes.PLAIN.noteUpwards(style, drawnAxes),
                NOTE_GAP,
                margins.top() - NOTE_GAP,
                style.ticks(),
                false,
                Align.LEFT,
                palette.mute());
    }

    private void drawAxes(Palette palette) {
        leftCanvas.clear();
        var beside = new Viewport(
                margins.left(),
                0,
                drawnAxes.width(),
                drawnAxes.height(),
                drawnAxes.centerX(),
                drawnAxes.centerY(),
                drawnAxes.scale());
        Axes.PLAIN.draw(leftPainter, beside, palette, style);
        var bottom = bottomCanvas.context();
        bottomCanvas.clear();
        bottom.save();
        bottom.translate(0, -drawnAxes.height());
        Axes.PLAIN.draw(bottomPainter, beside, palette, style);
        bottom.restore();
    }

    /** Height that a legend needs under this plot, in points. */
    double legendHeight(Legend legend) {
        return Math.ceil(legend.height(legendPainter, legendWidth(), style));
    }

    /** Height reserved for the legend at present, in points. */
    double legendRoom() {
        return legendHeight;
    }

    /** Draws the legend under the plot, {@code height} points high; linked plots share the height. */
    void explain(Legend legend, double height, Palette palette) {
        if (height != legendHeight) {
            legendHeight = height;
            drawnLegend = legend;
            requestLayout();
        } else if (!legend.looksLike(drawnLegend)) {
            drawnLegend = legend;
            drawLegend(palette);
        }
    }

    private double legendWidth() {
        return Math.max(60, getWidth() - margins.left() - PlotMargins.RIGHT);
    }

    private void drawLegend(Palette palette) {
        legendCanvas.clear();
        if (legendHeight > 0) {
            drawnLegend.draw(legendPainter, 0, -0.5 * style.ticks(), legendWidth(), palette, style);
        }
    }

    /** Shows a title and an instruction in place of a picture. */
    void showEmpty(String title, String text) {
        emptyTitle.setText(title);
        emptyText.setText(text);
        empty.setVisible(true);
    }

    void hideEmpty() {
        empty.setVisible(false);
    }

    /** Shows the values at (x, y), in data units, in the corner opposite to it; hides them if there are no lines. */
    void read(List<CursorReading.Line> lines, double x, double y) {
        readout.show(lines);
        pointerX = x;
        pointerY = y;
        placeReadout();
    }

    private void placeReadout() {
        readout.place(
                margins.left(),
                margins.top(),
                planeWidth(),
                planeHeight(),
                drawnAxes.toX(pointerX),
                drawnAxes.toY(pointerY));
    }

    @Override
    protected void layoutChildren() {
        double width = planeWidth();
        double height = planeHeight();
        double leftEdge = margins.left();
        double top = margins.top();
        head.resizeRelocate(0, 0, getWidth(), top);
        left.resizeRelocate(0, top, leftEdge, height);
        right.resizeRelocate(leftEdge + width, top, Math.max(0, getWidth() - leftEdge - width), height);
        foot.resizeRelocate(0, top + height, getWidth(), Math.max(0, getHeight() - top - height));
        captionCanvas.fit(getWidth(), top);
        leftCanvas.fit(leftEdge - 1, height);
        leftCanvas.relocate(0, top);
        bottomCanvas.fit(getWidth(), margins.bottom());
        bottomCanvas.relocate(0, top + height);
        legendCanvas.fit(legendWidth(), Math.max(1, legendHeight));
        legendCanvas.relocate(leftEdge, top + height + margins.bottom());
        plane.resizeRelocate(leftEdge, top, width, height);
        placePicture();
        double room = Math.min(300, width - 24);
        double tall = empty.prefHeight(room);
        empty.resizeRelocate(
                Math.floor(leftEdge + (width - room) / 2), Math.floor(top + (height - tall) / 2), room, tall);
        placeReadout();
        drawCaption(drawnPalette);
        drawAxes(drawnPalette);
        drawLegend(drawnPalette);
    }
}
