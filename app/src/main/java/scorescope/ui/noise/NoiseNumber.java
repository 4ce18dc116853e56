package scorescope.ui.noise;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import scorescope.words.Words;

/** The noise level in large type, and the field that takes its place to type another. The noise bar places its nodes. */
final class NoiseNumber {
    private static final double BASELINE = 36;
    private static final double GAP = 6;
    private static final double FIELD_WIDTH = 104;
    private static final double FIELD_HEIGHT = 32;

    private final Text number = new Text();
    private final Text symbol = new Text();
    private final Region clickArea = new Region();
    private final TextField field = new TextField();
    private double room;

    /** The size at which the number is drawn, as a share of its usual size. */
    private double shrunk = 1;

    /**
     * Shows nothing yet.
     *
     * @param wanted called when a person asks to type the level
     * @param typed receives the typed text
     * @param left called when the field has been left, whether or not anything was typed
     * @param back called to give the focus back without a change
     */
    NoiseNumber(Runnable wanted, Consumer<String> typed, Runnable left, Runnable back) {
        number.getStyleClass().add("noise-value");
        symbol.getStyleClass().add("noise-unit");
        for (var text : List.of(number, symbol)) {
            text.setTextOrigin(VPos.BASELINE);
            text.setMouseTransparent(true);
        }
        field.setVisible(false);
        field.getStyleClass().add("noise-field");
        field.setAccessibleText(Words.text("ui.noise-number.noise-level"));
        clickArea.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                wanted.run();
            }
        });
        field.setOnAction(_ -> typed.accept(field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                field.setVisible(false);
                left.run();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                back.run();
                e.consume();
            }
        });
    }

    List<Node> nodes() {
        return List.of(clickArea, number, symbol, field);
    }

    void show(String level, String of) {
        number.setVisible(!field.isVisible());
        symbol.setVisible(!field.isVisible());
        number.setText(level);
        symbol.setText(of);
        double wide = number.getLayoutBounds().getWidth();
        shrink(wide);
        symbol.setX(number.getX() + shrunk * wide + GAP);
    }

    /** A number too wide for its place is drawn smaller. */
    private void shrink(double wide) {
        double left = room - GAP - symbol.getLayoutBounds().getWidth();
        double factor = room > 0 && wide > left ? left / wide : 1;
        if (factor != shrunk) {
            shrunk = factor;
            number.getTransforms().setAll(new Scale(factor, factor, number.getX(), number.getY()));
        }
    }

    /** Opens the field on {@code level}. */
    void ask(String level) {
        field.setText(level);
        field.setVisible(true);
        number.setVisible(false);
        symbol.setVisible(false);
        field.requestFocus();
        field.selectAll();
    }

    /** @param size 1 for the usual size */
    void place(double left, double top, double width, double height, double size) {
        room = width;
        clickArea.resizeRelocate(left, top, width, height);
        number.setX(left);
        number.setY(top + size * BASELINE);
        symbol.setY(top + size * BASELINE);
        field.resizeRelocate(left, top + 10, FIELD_WIDTH, FIELD_HEIGHT);
    }
}
