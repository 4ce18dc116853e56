package scorescope.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import scorescope.ui.control.Buttons;

/** Rows of the composer's settings: a label and its controls. */
final class Rows {
    private Rows() {}

    static HBox row(String label, Node... controls) {
        var name = new Label(label);
        name.getStyleClass().add("row-label");
        name.setMinWidth(HBox.USE_PREF_SIZE);
        var row = new HBox(name);
        row.getStyleClass().add("row");
        for (var control : controls) {
            HBox.setHgrow(control, Priority.ALWAYS);
            row.getChildren().add(control);
        }
        return row;
    }

    /** A heading with a remark at its right end. */
    static HBox heading(String title, Label remark) {
        var name = new Label(title);
        name.getStyleClass().add("strong");
        name.setMinWidth(HBox.USE_PREF_SIZE);
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        remark.getStyleClass().add("mute");
        var row = new HBox(8, name, gap, remark);
        row.getStyleClass().add("row");
        return row;
    }

    /**
     * A choice box.
     *
     * @param named text of an item
     * @param chosen receives the chosen item
     */
    static <T> ComboBox<T> choice(String id, String name, List<T> all, Function<T, String> named, Consumer<T> chosen) {
        var box = Buttons.explain(new ComboBox<T>(), name, name);
        box.setId(id);
        box.getItems().setAll(all);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T one) {
                return one == null ? "" : named.apply(one);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the choice is not typed");
            }
        });
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                chosen.accept(box.getValue());
            }
        });
        return box;
    }

    /**
     * A text field that passes its text to {@code apply} on Enter and when it loses the focus.
     *
     * @param apply returns the problem with a refused text, which stays in the field; the field is marked
     */
    static TextField field(
            String id, String name, String tooltip, Function<String, Optional<String>> apply, Label problem) {
        var field = Buttons.explain(new TextField(), name, tooltip);
        field.setId(id);
        field.setUserData(field.getText());
        field.setPrefColumnCount(4);
        Runnable take = () -> {
            if (field.getText().equals(field.getUserData())) {
                return;
            }
            var wrong = apply.apply(field.getText());
            field.getStyleClass().remove("bad");
            wrong.ifPresentOrElse(
                    _ -> field.getStyleClass().add("bad"), () -> field.setText(String.valueOf(field.getUserData())));
            problem(problem, wrong);
        };
        field.setOnAction(_ -> take.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        return field;
    }

    /** Shows a value in a field; text being typed or refused stays while the value is unchanged. */
    static void show(TextField field, String text) {
        if (!text.equals(field.getUserData())) {
            field.getStyleClass().remove("bad");
            field.setText(text);
        }
        field.setUserData(text);
    }

    /** The line under a row that shows the problem with a refused text. */
    static Label problem(String id) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add("problem-text");
        problem(label, Optional.empty());
        return label;
    }

    static void problem(Label label, Optional<String> text) {
        label.setText(text.orElse(""));
        label.setVisible(text.isPresent());
        label.setManaged(text.isPresent());
    }
}
