package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import scorescope.core.density.Component;
import scorescope.core.density.Ellipse;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.layer.ClassMark;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Digits;
import scorescope.ui.control.Icon;
import scorescope.ui.draw.CanvasPainter;
import scorescope.ui.model.ComponentHandles;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Numbered buttons of the components, and settings of the one selected here or on the stage. */
final class ComponentControls extends VBox {
    /** Most components that have a button; the others are selected on the stage. */
    private static final int MOST_BUTTONS = 10;

    /** Half of the side of a class's mark, in logical pixels. */
    private static final double MARK = 6;

    private final WindowModel model;
    private final TilePane numbers = new TilePane(4, 4);
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ParameterControls controls;

    ComponentControls(WindowModel model) {
        this.model = model;
        controls = new ParameterControls("component-", new DragEdits(model, this::set));
        numbers.setPrefColumns(6);
        numbers.getChildren()
                .add(Buttons.icon(
                        "component-add",
                        Icon.ADD,
                        Words.text("ui.distribution.add-component-middle-view"),
                        this::addComponent));
        getStyleClass().add("panel-body");
        getChildren().setAll(numbers, controls);
        model.pointerState().componentProperty().addListener((_, _, _) -> show());
        model.preferences().themeProperty().addListener((_, _, _) -> show());
    }

    /** Shows the present mixture. */
    void show() {
        int count = model.mixture().components().size();
        while (buttons.size() < Math.min(count, MOST_BUTTONS)) {
            add(buttons.size());
        }
        int selected = selected();
        for (int k = 0; k < buttons.size(); k++) {
            Panel.show(buttons.get(k), k < count);
            buttons.get(k).setSelected(k == selected);
            mark(buttons.get(k), k);
        }
        var c = model.mixture().components().get(selected);
        var shape = Ellipse.of(c);
        var label = ComponentParameters.label(model.mixture());
        var declared = new ArrayList<Parameter<?>>(ComponentParameters.ALL);
        declared.add(label);
        controls.show(
                declared,
                Parameters.NONE
                        .with(label, c.label().isEmpty() ? ComponentParameters.NO_CLASS : c.label())
                        .with(ComponentParameters.WEIGHT, c.weight())
                        .with(
                                ComponentParameters.MEAN,
                                List.of(Digits.cleaned(c.meanX(), shape.a()), Digits.cleaned(c.meanY(), shape.a())))
                        .with(ComponentParameters.STD, List.of(shape.a(), shape.b()))
                        .with(ComponentParameters.ANGLE, degrees(shape.angle())));
    }

    private void add(int index) {
        var button = Buttons.explain(
                new ToggleButton(String.valueOf(index + 1)),
                Words.text("ui.component.number", index + 1),
                Words.text("ui.component.select"));
        button.setId("component-" + (index + 1));
        button.getStyleClass().add("number-button");
        button.setOnAction(_ -> {
            model.pointerState().componentProperty().set(Optional.of(index));
            show();
        });
        buttons.add(button);
        numbers.getChildren().add(index, button);
    }

    /** Draws the mark of a component's class on its button, as on the stage. */
    private void mark(ToggleButton button, int index) {
        var mixture = model.mixture();
        String label = index < mixture.components().size()
                ? mixture.components().get(index).label()
                : "";
        if (label.isEmpty()) {
            button.setGraphic(null);
            button.setAccessibleText(Words.text("ui.component.number", index + 1));
            return;
        }
        var canvas = new Canvas(2 * MARK, 2 * MARK);
        ClassMark.of(label, mixture.labels())
                .draw(
                        new CanvasPainter(canvas.getGraphicsContext2D(), "Inter"),
                        MARK,
                        MARK,
                        MARK - 2,
                        0,
                        model.preferences().theme().palette());
        button.setGraphic(canvas);
        button.setAccessibleText(Words.text("ui.component.number-of-class", index + 1, label));
    }

    /** The selected component, the first if none is. */
    int selected() {
        int count = model.mixture().components().size();
        return model.pointerState()
                .componentProperty()
                .get()
                .filter(k -> k < count)
                .orElse(0);
    }

    /** Degrees from 0 to 180, rounded to 10⁻⁶ to remove the error of the conversion. */
    private static double degrees(double radians) {
        double turned = Math.toDegrees(radians);
        double positive = turned < 0 ? turned + 180 : turned;
        return Math.rint(positive * 1e6) / 1e6;
    }

    private Session set(Session session, Parameter<?> parameter, Object raw) {
        int index = selected();
        var components = model.mixture().components();
        if (parameter instanceof Parameter.OneOf<?> label) {
            String chosen = label.option(raw, "density").id().strip();
            return session.withDensity(new DensitySpec.Components(ComponentHandles.replaced(
                    components, index, components.get(index).labelled(chosen))));
        }
        var checked = Parameters.NONE.with(parameter, raw);
        if (parameter.equals(ComponentParameters.WEIGHT)) {
            return session.withDensity(new DensitySpec.Components(
                    ComponentHandles.share(components, index, checked.get(ComponentParameters.WEIGHT))));
        }
        var changed = shaped(components.get(index), parameter, checked).checked("density.components[" + index + "]");
        return session.withDensity(new DensitySpec.Components(ComponentHandles.replaced(components, index, changed)));
    }

    private static Component shaped(Component c, Parameter<?> parameter, Parameters checked) {
        var shape = Ellipse.of(c);
        if (parameter.equals(ComponentParameters.MEAN)) {
            double[] mean = checked.get(ComponentParameters.MEAN);
            return c.withMean(mean[0], mean[1]);
        }
        if (parameter.equals(ComponentParameters.STD)) {
            double[] std = checked.get(ComponentParameters.STD);
            return new Ellipse(std[0], std[1], shape.angle()).shape(c);
        }
        return new Ellipse(shape.a(), shape.b(), Math.toRadians(checked.get(ComponentParameters.ANGLE))).shape(c);
    }

    /** Adds a component at the centre of the view. */
    private void addComponent() {
        var view = model.session().view();
        double x = (view.x0() + view.x1()) / 2;
        double y = (view.y0() + view.y1()) / 2;
        model.edit(session -> session.withDensity(new DensitySpec.Components(ComponentHandles.added(
                model.mixture().components(), model.level().alpha(), x, y))));
        model.pointerState()
                .componentProperty()
                .set(Optional.of(model.mixture().components().size() - 1));
        show();
    }
}
