package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import scorescope.core.density.Component;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Digits;
import scorescope.ui.control.Icon;
import scorescope.ui.control.NumberField;
import scorescope.ui.inspector.ComponentTable.Column;
import scorescope.words.Words;

/** Number fields of one component: weight, mean, and the covariance as standard deviations and correlation. */
final class ComponentRow {
    private static final int MOST_DECIMALS = 12;

    private final int index;
    private final Consumer<UnaryOperator<List<Component>>> changes;
    private final Map<Column, NumberField> fields = new EnumMap<>(Column.class);
    private final Button remove;
    private Component component = Component.isotropic(1, 0, 0, 1);

    /** Changes one number of a component. */
    private interface Change {
        Component apply(Component component, double value);
    }

    ComponentRow(int index, Consumer<UnaryOperator<List<Component>>> changes) {
        this.index = index;
        this.changes = changes;
        add(
                Column.WEIGHT,
                "weight",
                "ui.distribution.weight",
                "ui.distribution.w-share-whole-among-all",
                Component::withWeight);
        add(
                Column.X,
                "x",
                "ui.distribution.mean-x",
                "ui.distribution.mu-first-coordinate",
                (c, v) -> c.withMean(v, c.meanY()));
        add(
                Column.Y,
                "y",
                "ui.distribution.mean-y",
                "ui.distribution.mu-second-coordinate",
                (c, v) -> c.withMean(c.meanX(), v));
        add(
                Column.STD_X,
                "std-x",
                "ui.distribution.standard-deviation-along-x",
                "notation.root-sum-1-1",
                (c, v) -> c.withShape(v, c.stdY(), c.correlation()));
        add(
                Column.STD_Y,
                "std-y",
                "ui.distribution.standard-deviation-along-y",
                "notation.root-sum-2-2",
                (c, v) -> c.withShape(c.stdX(), v, c.correlation()));
        add(
                Column.CORRELATION,
                "correlation",
                "ui.distribution.correlation",
                "ui.distribution.sum-1-2-over-root",
                (c, v) -> c.withShape(c.stdX(), c.stdY(), v));
        remove = Buttons.flat(
                id("remove"),
                Icon.REMOVE,
                Words.text("ui.distribution.remove-component", index + 1),
                () -> changes.accept(all -> {
                    all.remove(index);
                    return all;
                }));
        remove.getStyleClass().add("narrow");
    }

    private String id(String part) {
        return "component-" + index + "-" + part;
    }

    private void add(Column column, String id, String name, String explanation, Change change) {
        var spoken = Words.text(name, Words.text("ui.distribution.component", index + 1));
        var field = new NumberField(
                        id(id),
                        value -> changes.accept(all -> {
                            all.set(index, change.apply(component, value));
                            return all;
                        }))
                .aligned();
        field.getStyleClass().add("component-field");
        fields.put(
                column,
                Buttons.explain(
                        field, spoken, Words.text("ui.distribution.explained", spoken, Words.text(explanation))));
    }

    void show(Component shown, boolean removable) {
        component = shown;
        int decimals = decimals(Math.min(shown.stdX(), shown.stdY()));
        field(Column.X).decimals(decimals);
        field(Column.Y).decimals(decimals);
        field(Column.WEIGHT).show(Digits.cleaned(shown.weight()));
        field(Column.X).show(Digits.cleaned(shown.meanX(), shown.stdX()));
        field(Column.Y).show(Digits.cleaned(shown.meanY(), shown.stdY()));
        field(Column.STD_X).show(Digits.cleaned(shown.stdX()));
        field(Column.STD_Y).show(Digits.cleaned(shown.stdY()));
        field(Column.CORRELATION).show(Digits.cleaned(shown.correlation()));
        remove.setDisable(!removable);
    }

    /** Decimals that resolve a mean to a hundredth of the component's standard deviation. */
    private static int decimals(double std) {
        return std > 0
                ? Math.clamp((int) Math.ceil(-Math.log10(std)) + 2, Digits.DECIMALS, MOST_DECIMALS)
                : MOST_DECIMALS;
    }

    NumberField field(Column column) {
        return fields.get(column);
    }

    Button remove() {
        return remove;
    }

    List<Node> nodes() {
        var nodes = new ArrayList<Node>(fields.values());
        nodes.add(remove);
        return nodes;
    }
}
