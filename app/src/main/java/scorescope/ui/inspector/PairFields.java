package scorescope.ui.inspector;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import scorescope.core.parameter.Parameter;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.NumberField;
import scorescope.words.Words;

/** Fields for the two numbers of a point or an interval. */
final class PairFields extends HBox {
    private final NumberField[] fields = new NumberField[2];
    private final double[] shown = new double[2];

    PairFields(String idPrefix, Parameter.Pair parameter, ParameterEdits edits) {
        super(8);
        for (int i = 0; i < 2; i++) {
            int index = i;
            fields[i] = Buttons.explain(
                    new NumberField(
                            idPrefix + parameter.name() + "-" + i,
                            value -> edits.set(
                                    parameter, index == 0 ? List.of(value, shown[1]) : List.of(shown[0], value))),
                    ParameterWords.spoken(parameter) + part(parameter, i),
                    ParameterWords.tooltip(parameter)
                            + (parameter.unit().isEmpty()
                                    ? ""
                                    : Words.text("ui.parameter.in", Words.written(parameter.unit()))));
            fields[i].setPrefWidth(40);
            setHgrow(fields[i], Priority.ALWAYS);
        }
        getChildren().setAll(fields);
    }

    private static String part(Parameter.Pair parameter, int i) {
        if (parameter.increasing()) {
            return Words.text(i == 0 ? "ui.parameter.from" : "ui.parameter.to");
        }
        return i == 0 ? ", x" : ", y";
    }

    void show(double[] two) {
        for (int i = 0; i < 2; i++) {
            shown[i] = two[i];
            fields[i].show(two[i]);
        }
    }
}
