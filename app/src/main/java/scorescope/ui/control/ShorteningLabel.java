package scorescope.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A line that says less where room is short, rather than being cut off. */
public final class ShorteningLabel extends Region {
    private final Label label = new Label();
    private final Tooltip whole = new Tooltip();
    private List<String> ways = List.of("");

    public ShorteningLabel(String id) {
        setId(id);
        label.getStyleClass().add("readout");
        label.setMinWidth(0);
        label.setTooltip(whole);
        getChildren().add(label);
    }

    /** Says the first of {@code waysToSay} that fits; the last of them may be cut. */
    public void say(List<String> waysToSay) {
        if (!ways.equals(waysToSay)) {
            ways = List.copyOf(waysToSay);
            whole.setText(ways.getFirst());
            setAccessibleText(ways.getFirst());
            requestLayout();
        }
    }

    /** What is said just now. */
    public String text() {
        return label.getText();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth();
        for (String way : ways) {
            label.setText(way);
            if (Math.ceil(label.prefWidth(-1)) <= room) {
                break;
            }
        }
        label.resizeRelocate(0, 0, room, getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return label.prefHeight(-1);
    }
}
