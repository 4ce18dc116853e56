package scorescope.ui.figure;

import java.util.ArrayList;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Text wrapped to a width, with one node per line: the toolkit's own wrapping repeats words in a text that has combining
 * accents, such as x̃.
 */
final class WrappedText extends VBox {
    private final Text ruler = new Text();
    private String text = "";
    private Font font = Font.getDefault();
    private double width;

    /** The whole text. */
    String text() {
        return text;
    }

    void text(String changed) {
        text = changed;
        wrap();
    }

    void set(Font changedFont, double changedWidth) {
        if (!changedFont.equals(font) || changedWidth != width) {
            font = changedFont;
            width = changedWidth;
            wrap();
        }
    }

    /** The height of all lines. */
    double height() {
        ruler.setText("x");
        return getChildren().size() * ruler.getLayoutBounds().getHeight();
    }

    private void wrap() {
        PageView.set(ruler, font);
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            ruler.setText(longer);
            if (!line.isEmpty() && ruler.getLayoutBounds().getWidth() > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        getChildren().setAll(lines.stream().map(this::node).toList());
    }

    private Text node(String line) {
        var node = new Text(line);
        node.getStyleClass().add("page-text");
        PageView.set(node, font);
        return node;
    }
}
