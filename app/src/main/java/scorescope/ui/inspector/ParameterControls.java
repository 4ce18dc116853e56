package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import scorescope.core.formula.Formula;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Digits;
import scorescope.ui.control.FormulaField;
import scorescope.ui.control.FormulaText;
import scorescope.ui.control.Icon;
import scorescope.ui.control.NumberField;
import scorescope.words.Notation;
import scorescope.words.Words;

/** Controls for a list of declared parameters, made from the declarations alone. */
public final class ParameterControls extends VBox {
    private final String idPrefix;
    private final ParameterEdits edits;
    private final List<Consumer<Parameters>> rows = new ArrayList<>();
    private List<? extends Parameter<?>> declared = List.of();
    private String owner = "";
    private Notation written = Words.notation();

    /** @param idPrefix prefix of the controls' ids, such as {@code sample-} */
    public ParameterControls(String idPrefix, ParameterEdits edits) {
        this.idPrefix = idPrefix;
        this.edits = edits;
        getStyleClass().add("parameters");
    }

    /** Shows {@code values}; makes new controls only if the declared parameters or the notation have changed. */
    public void show(List<? extends Parameter<?>> nowDeclared, Parameters values) {
        show("", nowDeclared, values);
    }

    /**
     * The same for the parameters of an owner; another owner gets new controls.
     *
     * @param nowOwner the owner's name, such as {@code sampler.langevin}
     */
    public void show(String nowOwner, List<? extends Parameter<?>> nowDeclared, Parameters values) {
        if (!declared.equals(nowDeclared) || !owner.equals(nowOwner) || !written.equals(Words.notation())) {
            declared = List.copyOf(nowDeclared);
            owner = nowOwner;
            written = Words.notation();
            rows.clear();
            getChildren().setAll(declared.stream().map(this::row).toList());
        }
        rows.forEach(row -> row.accept(values));
    }

    /**
     * Marks the range of stable values on the slider of a parameter.
     *
     * @param longest the longest stable value; empty to mark none
     */
    public void band(Parameter.Real parameter, OptionalDouble longest) {
        var slider = lookup("#" + idPrefix + parameter.name() + "-slider");
        if (slider != null && slider.getParent() instanceof StabilityBand band) {
            band.mark(longest);
        }
    }

    private HBox row(Parameter<?> parameter) {
        return switch (parameter) {
            case Parameter.Real real -> real(real);
            case Parameter.Whole whole -> whole(whole);
            case Parameter.OneOf<?> choice -> oneOf(choice);
            case Parameter.Pair pair -> pair(pair);
            case Parameter.Points points -> points(points);
            case Parameter.Curve curve -> curve(curve);
            case Parameter.Expression formula -> formula(formula);
        };
    }

    private HBox real(Parameter.Real parameter) {
        double factor = Words.scale(parameter.symbol());
        var scale = new SliderScale(parameter);
        var field = Buttons.explain(
                new NumberField(idPrefix + parameter.name(), value -> edits.set(parameter, value / factor)),
                ParameterWords.spoken(parameter),
                Words.text(
                        "ui.parameter.from-to",
                        ParameterWords.tooltip(parameter),
                        Digits.exact(factor * parameter.min()),
                        Digits.exact(factor * parameter.max()),
                        parameter.unit().isEmpty() ? "." : " " + Words.written(parameter.unit()) + "."));
        field.setPrefWidth(72);
        field.setMinWidth(72);
        var slider = new Slider(0, 1, 0);
        slider.setId(idPrefix + parameter.name() + "-slider");
        slider.setBlockIncrement(0.02);
        Buttons.explain(slider, ParameterWords.spoken(parameter), ParameterWords.tooltip(parameter));
        var band = new StabilityBand(slider, scale);
        HBox.setHgrow(band, Priority.ALWAYS);
        var showing = new boolean[1];
        slider.valueProperty().subscribe((before, place) -> {
            if (!showing[0]) {
                edits.set(parameter, scale.value(place.doubleValue()));
            }
        });
        slider.valueChangingProperty().subscribe((before, changing) -> {
            if (changing) {
                edits.begin();
            } else {
                edits.end();
            }
        });
        rows.add(values -> {
            double value = values.get(parameter);
            field.show(factor * value);
            showing[0] = true;
            if (!slider.isValueChanging()) {
                slider.setValue(scale.place(value));
            }
            showing[0] = false;
        });
        return line(parameter, band, field);
    }

    private HBox whole(Parameter.Whole parameter) {
        var field = Buttons.explain(
                new NumberField(
                        idPrefix + parameter.name(),
                        value -> edits.set(parameter, value == Math.rint(value) ? (Object) (long) value : value)),
                ParameterWords.spoken(parameter),
                Words.text(
                        "ui.parameter.whole-number-from-to",
                        ParameterWords.tooltip(parameter),
                        parameter.min(),
                        parameter.max()));
        field.getStyleClass().add("whole");
        HBox.setHgrow(field, Priority.ALWAYS);
        rows.add(values -> field.show((double) values.get(parameter)));
        return line(parameter, field);
    }

    private HBox pair(Parameter.Pair parameter) {
        var fields = new PairFields(idPrefix, parameter, edits);
        HBox.setHgrow(fields, Priority.ALWAYS);
        rows.add(values -> fields.show(values.get(parameter)));
        return line(parameter, fields);
    }

    /** The number of points; the points themselves are drawn on the stage. */
    private HBox points(Parameter.Points parameter) {
        var count = new Label();
        count.setId(idPrefix + parameter.name());
        rows.add(values -> {
            int points = values.get(parameter).size() / 2;
            count.setText(points == 1 ? Words.text("ui.parameter.1-point") : Words.text("ui.parameter.points", points));
        });
        return line(ParameterWords.title(parameter), count);
    }

    private HBox curve(Parameter.Curve parameter) {
        var field = Buttons.explain(
                new CurveField(parameter, edits),
                ParameterWords.spoken(parameter),
                ParameterWords.tooltip(parameter) + "\n" + Words.text("ui.curve.hands"));
        field.setId(idPrefix + parameter.name());
        HBox.setHgrow(field, Priority.ALWAYS);
        rows.add(values -> field.show(values.get(parameter)));
        return line(parameter, field);
    }

    private HBox formula(Parameter.Expression parameter) {
        var field = Buttons.explain(
                new FormulaField(idPrefix + parameter.name(), Formula::readable, text -> edits.set(parameter, text)),
                ParameterWords.spoken(parameter),
                ParameterWords.tooltip(parameter));
        HBox.setHgrow(field, Priority.ALWAYS);
        rows.add(values -> field.show(values.value(parameter)));
        return line(parameter, field);
    }

    private <O extends Option> HBox oneOf(Parameter.OneOf<O> parameter) {
        var box = Buttons.explain(
                choices(parameter.options()), ParameterWords.spoken(parameter), ParameterWords.tooltip(parameter));
        box.setId(idPrefix + parameter.name());
        var showing = new boolean[1];
        box.valueProperty().subscribe((before, chosen) -> {
            if (chosen != null && !showing[0]) {
                edits.set(parameter, chosen);
            }
        });
        rows.add(values -> {
            showing[0] = true;
            box.setValue(values.get(parameter).id());
            showing[0] = false;
        });
        return line(parameter, box);
    }

    /** A choice box of options, shown by title; its value is an id. */
    static ComboBox<String> choices(List<? extends Option> options) {
        return choices(options.stream().map(Option::id).toList(), id -> options.stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .map(option -> Words.written(option.title()))
                .orElse(id));
    }

    /** A choice box of ids, shown by {@code title}. */
    static ComboBox<String> choices(List<String> options, UnaryOperator<String> title) {
        var box = new ComboBox<String>();
        box.getItems().setAll(options);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String option) {
                return option == null ? "" : title.apply(option);
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** A row of the inspector: a label and controls. */
    static HBox line(String label, Node... controls) {
        var name = new FormulaText(label);
        name.getStyleClass().add("row-label");
        var row = new HBox(name);
        row.getChildren().addAll(controls);
        row.getStyleClass().add("row");
        row.setFillHeight(false);
        return row;
    }

    private HBox line(Parameter<?> parameter, Node... controls) {
        var line = line(ParameterWords.title(parameter), controls);
        if (edits.comparable()) {
            var present = new Object[] {parameter.defaultValue()};
            rows.add(values -> present[0] = values.value(parameter));
            comparable(line, idPrefix, parameter, () -> edits.compare(parameter, present[0]));
        }
        return line;
    }

    /** Adds a button to a row, over the end of its label, that compares values of its parameter in lanes. */
    static HBox comparable(HBox line, String idPrefix, Parameter<?> parameter, Runnable compared) {
        var label = (Region) line.getChildren().getFirst();
        label.setMaxHeight(Region.USE_PREF_SIZE);
        var compare = Buttons.flat(
                idPrefix + parameter.name() + "-compare",
                Icon.LANES,
                Words.text("ui.compare.compare", ParameterWords.spoken(parameter)),
                compared);
        compare.getStyleClass().add("compare");
        var both = new StackPane();
        both.getStyleClass().add("row-label");
        line.getChildren().set(0, both);
        both.getChildren().setAll(label, compare);
        StackPane.setAlignment(label, Pos.CENTER_LEFT);
        StackPane.setAlignment(compare, Pos.CENTER_RIGHT);
        return line;
    }
}
