package scorescope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import scorescope.ui.model.reading.CursorReading;

/** The numbers under the pointer in two columns, in the corner farthest from the pointer. */
final class CursorCard extends GridPane {
    private static final double GAP = 8;

    private final List<Label> symbols = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    CursorCard() {
        getStyleClass().add("plot-readout");
        setMouseTransparent(true);
        setVisible(false);
        setHgap(12);
        var right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(new ColumnConstraints(), right);
    }

    void show(List<CursorReading.Line> lines) {
        setVisible(!lines.isEmpty());
        while (symbols.size() < lines.size()) {
            int row = symbols.size();
            var symbol = new Label();
            symbol.getStyleClass().add("mute");
            var value = new Label();
            value.setMinWidth(USE_PREF_SIZE);
            symbols.add(symbol);
            values.add(value);
            addRow(row, symbol, value);
        }
        for (int row = 0; row < symbols.size(); row++) {
            boolean used = row < lines.size();
            symbols.get(row).setText(used ? lines.get(row).symbol() : "");
            values.get(row).setText(used ? lines.get(row).value() : "");
            for (var label : List.of(symbols.get(row), values.get(row))) {
                label.setVisible(used);
                label.setManaged(used);
            }
        }
    }

    /** Places the card in the corner of the rectangle that is farthest from the point (px, py) in it. */
    void place(double left, double top, double width, double height, double px, double py) {
        double wide = prefWidth(-1);
        double high = prefHeight(-1);
        double x = px > width / 2 ? left + GAP : left + width - wide - GAP;
        double y = py > height / 2 ? top + GAP : top + height - high - GAP;
        resizeRelocate(Math.floor(x), Math.floor(y), Math.ceil(wide), Math.ceil(high));
    }
}
