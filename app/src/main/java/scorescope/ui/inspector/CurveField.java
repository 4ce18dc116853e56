package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import scorescope.core.parameter.Parameter;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/**
 * A falling curve with its points as handles. Handles are dragged; a double click on the background adds a point, one on a
 * handle removes it. Keys: ← → select a point, ↑ ↓ move it (with Shift also ← →), Insert adds one, Delete removes it.
 */
final class CurveField extends Control {
    private static final double HEIGHT = 100;
    private static final double MARGIN = 8;
    private static final double REACH = 0.08;
    private static final int PIECES = 120;

    private final ParameterEdits edits;
    private final Line zero = new Line();
    private final Polyline line = new Polyline();
    private final Text top = new Text();
    private final Text bottom = new Text();
    private final Text chosenAt = new Text();
    private final List<Circle> handles = new ArrayList<>();
    private CurvePoints points;
    private int chosen = -1;

    CurveField(Parameter.Curve declared, ParameterEdits edits) {
        this.edits = edits;
        points = new CurvePoints(declared, declared.standard());
        getStyleClass().add("curve-field");
        zero.getStyleClass().add("curve-zero");
        line.getStyleClass().add("curve-line");
        for (var text : List.of(top, bottom, chosenAt)) {
            text.getStyleClass().add("curve-number");
        }
        top.setText(Numbers.significant(declared.high(), 3));
        bottom.setText(Numbers.significant(declared.low(), 3));
        setFocusTraversable(true);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> {
            if (chosen >= 0) {
                offer(points.moved(chosen, x(event), y(event)));
            }
        });
        setOnMouseReleased(_ -> edits.end());
        setOnKeyPressed(this::pressed);
    }

    void show(List<Double> xy) {
        points = new CurvePoints(points.declared(), xy);
        chosen = Math.min(chosen, points.count() - 1);
        requestLayout();
    }

    private void offer(CurvePoints changed) {
        edits.set(points.declared(), changed.xy());
        requestLayout();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int nearest = points.nearest(x(event), y(event));
        boolean onHandle = points.distance(nearest, x(event), y(event)) < REACH;
        if (event.getClickCount() == 2) {
            chosen = -1;
            offer(onHandle ? points.without(nearest) : points.added(x(event)));
        } else {
            chosen = onHandle ? nearest : -1;
            edits.begin();
        }
        requestLayout();
        event.consume();
    }

    private void pressed(KeyEvent event) {
        int at = Math.max(chosen, 0);
        switch (event.getCode()) {
            case LEFT, RIGHT -> {
                int step = event.getCode() == KeyCode.LEFT ? -1 : 1;
                if (event.isShiftDown()) {
                    offer(points.moved(at, points.x(at) + 0.01 * step, points.y(at)));
                } else {
                    chosen = Math.clamp(chosen + step, 0, points.count() - 1);
                }
            }
            case UP -> offer(points.moved(at, points.x(at), points.y(at) + 0.25));
            case DOWN -> offer(points.moved(at, points.x(at), points.y(at) - 0.25));
            case INSERT -> offer(points.added(0.5 * (points.x(at) + points.x(Math.min(at + 1, points.count() - 1)))));
            case DELETE, BACK_SPACE -> offer(points.without(at));
            default -> {
                return;
            }
        }
        requestLayout();
        event.consume();
    }

    private double x(MouseEvent event) {
        return Math.clamp((event.getX() - MARGIN) / (getWidth() - 2 * MARGIN), 0, 1);
    }

    private double y(MouseEvent event) {
        var declared = points.declared();
        double share = (event.getY() - MARGIN) / (getHeight() - 2 * MARGIN);
        return declared.high() - share * (declared.high() - declared.low());
    }

    private double left(double x) {
        return MARGIN + x * (getWidth() - 2 * MARGIN);
    }

    private double down(double y) {
        var declared = points.declared();
        return MARGIN + (declared.high() - y) / (declared.high() - declared.low()) * (getHeight() - 2 * MARGIN);
    }

    @Override
    protected Skin<CurveField> createDefaultSkin() {
        return new SkinBase<>(this) {};
    }

    @Override
    protected void layoutChildren() {
        handles.clear();
        for (int i = 0; i < points.count(); i++) {
            var handle = new Circle(left(points.x(i)), down(points.y(i)), i == chosen ? 6 : 4);
            handle.getStyleClass().add("curve-handle");
            handles.add(handle);
        }
        var xy = new ArrayList<Double>();
        for (int i = 0; i <= PIECES; i++) {
            double x = i / (double) PIECES;
            xy.add(left(x));
            xy.add(down(points.height(x)));
        }
        line.getPoints().setAll(xy);
        zero.setStartX(left(0));
        zero.setEndX(left(1));
        zero.setStartY(down(0));
        zero.setEndY(down(0));
        place(top, getWidth() - MARGIN - top.getLayoutBounds().getWidth(), MARGIN + 12);
        place(bottom, MARGIN, getHeight() - MARGIN - 2);
        chosenAt.setText(
                chosen < 0
                        ? ""
                        : Words.text(
                                "ui.curve.point",
                                Numbers.significant(points.x(chosen), 3),
                                Numbers.significant(points.y(chosen), 3)));
        place(chosenAt, getWidth() - MARGIN - chosenAt.getLayoutBounds().getWidth(), MARGIN + 30);
        getChildren().setAll(zero, line, top, bottom, chosenAt);
        getChildren().addAll(handles);
    }

    private static void place(Text text, double x, double y) {
        text.setX(x);
        text.setY(y);
    }
}
