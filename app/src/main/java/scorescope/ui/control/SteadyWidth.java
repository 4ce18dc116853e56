package scorescope.ui.control;

import java.util.Collection;
import javafx.scene.control.Labeled;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Widths of controls whose texts change: those of their widest text, so that nothing beside them moves. */
public final class SteadyWidth {
    private SteadyWidth() {}

    /**
     * Fixes the width of a control.
     *
     * @param texts all that it may show, in bold type or not
     * @param chrome what the control needs beside its text, in points
     */
    public static void of(Labeled control, Collection<String> texts, double chrome) {
        Runnable fit = () -> {
            double widest = texts.stream()
                    .mapToDouble(text -> width(text, control.getFont()))
                    .max()
                    .orElse(0);
            control.setMinWidth(Math.ceil(widest) + chrome);
            control.setPrefWidth(control.getMinWidth());
        };
        control.fontProperty().subscribe(fit);
        fit.run();
    }

    private static double width(String text, Font font) {
        var measured = new Text(text);
        measured.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
        return measured.getLayoutBounds().getWidth();
    }
}
