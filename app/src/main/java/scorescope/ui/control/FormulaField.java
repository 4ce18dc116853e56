package scorescope.ui.control;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A field for a formula. Enter or leaving the field accepts it, Escape restores the old one. An invalid text is marked while
 * it is typed; when accepted, it is refused with a message and stays until the field is left.
 */
public final class FormulaField extends TextField {
    private final Consumer<String> onFormula;
    private String value = "";

    /** @param readable whether a text is a formula */
    public FormulaField(String id, Predicate<String> readable, Consumer<String> onFormula) {
        this.onFormula = onFormula;
        setId(id);
        setOnAction(_ -> take());
        focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                take();
                setText(value);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setText(value);
                event.consume();
            }
        });
        textProperty().subscribe(text -> {
            getStyleClass().remove("bad");
            if (!readable.test(text)) {
                getStyleClass().add("bad");
            }
        });
    }

    /** Shows {@code shown}, unless another formula is being typed. */
    public void show(String shown) {
        boolean typed = isFocused() && !getText().equals(value);
        value = shown;
        if (!typed) {
            setText(shown);
        }
    }

    private void take() {
        if (!getText().equals(value)) {
            onFormula.accept(getText());
        }
    }
}
