package scorescope.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A line of text with shorter forms, of which the longest that fits is shown. */
public final class ShorteningLabel extends Region {
    /**
     * Width reserved for a short form, in points; the same for all, so that the row does not move while the text
     * changes.
     */
    private static final double ROOM = 88;

    private final Label label = new Label();
    private List<String> forms = List.of("");
    private boolean reserving = true;

    public ShorteningLabel(String id) {
        setId(id);
        label.getStyleClass().add("readout");
        label.setMinWidth(0);
        Explanations.offer(label, "");
        getChildren().add(label);
    }

    /** Shows the first of {@code texts} that fits; the last one may be cut. */
    public void say(List<String> texts) {
        if (!forms.equals(texts)) {
            forms = List.copyOf(texts);
            label.setAccessibleHelp(forms.getFirst());
            setAccessibleText(forms.getFirst());
            requestLayout();
        }
    }

    /** Whether the row keeps room for the shortest form; otherwise the label may take no room at all. */
    public void keepRoom(boolean keep) {
        reserving = keep;
        requestLayout();
    }

    /** The text shown at present. */
    public String text() {
        return label.getText();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth();
        for (String form : forms) {
            label.setText(form);
            if (Math.ceil(label.prefWidth(-1)) <= room) {
                break;
            }
        }
        label.resizeRelocate(0, 0, room, getHeight());
    }

    @Override
    protected double computeMinWidth(double height) {
        return reserving && forms.stream().anyMatch(form -> !form.isEmpty()) ? ROOM : 0;
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
