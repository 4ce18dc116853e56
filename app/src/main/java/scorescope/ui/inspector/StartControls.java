package scorescope.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import scorescope.core.sampling.Start;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.control.NumberField;
import scorescope.ui.model.StartBrush;
import scorescope.words.Words;

/** Where particles begin: a kind and its numbers. */
final class StartControls extends VBox {
    private final Consumer<Start> taken;
    private final BooleanProperty drawing;
    private final Label count = new Label();
    private final HBox numbers = new HBox(4);
    private Start shown = new Start.Prior();
    private boolean showing;
    private final ComboBox<String> kind;

    /** @param drawing whether the pointer draws starts on the stage */
    StartControls(Consumer<Start> taken, BooleanProperty drawing) {
        this.taken = taken;
        this.drawing = drawing;
        kind = Buttons.explain(
                ParameterControls.choices(
                        List.of("gaussian", "uniform", "point", "drawn", "prior"), ParameterControls::words),
                Words.text("ui.start.start"),
                Words.text("ui.start.where-particles-begin-drawn-lets"));
        kind.setId("sample-start");
        kind.valueProperty().subscribe((before, chosen) -> {
            if (chosen != null && !showing) {
                taken.accept(ofKind(chosen));
                drawing.set(chosen.equals("drawn"));
            }
        });
        var row = ParameterControls.line("", numbers);
        HBox.setHgrow(numbers, Priority.ALWAYS);
        row.managedProperty().bind(row.visibleProperty());
        row.visibleProperty().bind(kind.valueProperty().isNotEqualTo("prior"));
        getChildren().setAll(ParameterControls.line(Words.text("ui.start.start"), kind), row);
    }

    void show(Start start) {
        showing = true;
        boolean otherKind = numbers.getChildren().isEmpty() || !start.getClass().equals(shown.getClass());
        shown = start;
        kind.setValue(kindOf(start));
        if (otherKind) {
            numbers.getChildren().setAll(fields(start));
            if (start instanceof Start.Drawn) {
                numbers.getChildren().addAll(count, pen());
            } else {
                drawing.set(false);
            }
        }
        if (start instanceof Start.Drawn drawn) {
            count.setText(
                    drawn.points() == 1
                            ? Words.text("ui.start.1-point")
                            : Words.text("ui.start.points", drawn.points()));
        }
        double[] values = values(start);
        for (int i = 0; i < values.length; i++) {
            ((NumberField) numbers.getChildren().get(i)).show(values[i]);
        }
        showing = false;
    }

    private ToggleButton pen() {
        return Buttons.toggle(
                "sample-start-draw",
                Icon.PEN,
                Words.text("ui.start.draw-starts-stage"),
                Words.text("ui.start.draw-starts-drag-stage-to"),
                drawing);
    }

    private List<NumberField> fields(Start start) {
        var names =
                switch (start) {
                    case Start.Gaussian gaussian ->
                        List.of(
                                Words.text("ui.start.mean-x"),
                                Words.text("ui.start.mean-y"),
                                Words.text("ui.start.standard-deviation"));
                    case Start.Uniform uniform ->
                        List.of(
                                Words.text("ui.start.from-x"),
                                Words.text("ui.start.to-x"),
                                Words.text("ui.start.from-y"),
                                Words.text("ui.start.to-y"));
                    case Start.Point point -> List.of("x", "y");
                    case Start.Drawn drawn -> List.of(Words.text("ui.start.standard-deviation-about-each-point"));
                    case Start.Prior prior -> List.<String>of();
                };
        return IntStream.range(0, names.size())
                .mapToObj(i -> {
                    String name = Words.text("ui.start.start-2", names.get(i));
                    var field = Buttons.explain(
                            new NumberField("sample-start-" + i, value -> set(i, value)),
                            name,
                            Words.text("ui.start.data-units", name));
                    field.setPrefWidth(40);
                    HBox.setHgrow(field, Priority.ALWAYS);
                    return field;
                })
                .toList();
    }

    private void set(int index, double value) {
        double[] v = values(shown);
        v[index] = value;
        taken.accept(
                switch (shown) {
                    case Start.Gaussian gaussian -> new Start.Gaussian(v[0], v[1], Math.abs(v[2]));
                    case Start.Uniform uniform -> new Start.Uniform(v[0], v[1], v[2], v[3]);
                    case Start.Point point -> new Start.Point(v[0], v[1]);
                    case Start.Drawn drawn -> new Start.Drawn(drawn.xy(), Math.abs(v[0]));
                    case Start.Prior prior -> prior;
                });
    }

    private static double[] values(Start start) {
        return switch (start) {
            case Start.Gaussian gaussian -> new double[] {gaussian.meanX(), gaussian.meanY(), gaussian.std()};
            case Start.Uniform uniform -> new double[] {uniform.x0(), uniform.x1(), uniform.y0(), uniform.y1()};
            case Start.Point point -> new double[] {point.x(), point.y()};
            case Start.Drawn drawn -> new double[] {drawn.std()};
            case Start.Prior prior -> new double[0];
        };
    }

    private static String kindOf(Start start) {
        return switch (start) {
            case Start.Gaussian gaussian -> "gaussian";
            case Start.Uniform uniform -> "uniform";
            case Start.Point point -> "point";
            case Start.Drawn drawn -> "drawn";
            case Start.Prior prior -> "prior";
        };
    }

    private static Start ofKind(String kind) {
        return switch (kind) {
            case "gaussian" -> new Start.Gaussian(0, 0, 3);
            case "uniform" -> new Start.Uniform(-5, 5, -5, 5);
            case "point" -> new Start.Point(0, 0);
            case "drawn" -> StartBrush.UNTOUCHED;
            default -> new Start.Prior();
        };
    }
}
