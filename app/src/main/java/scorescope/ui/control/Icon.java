package scorescope.ui.control;

import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/** The few pictograms of the window, drawn for a 16-px square. */
public enum Icon {
    PLAY("M4 2.5 L13 8 L4 13.5 Z", false),
    PAUSE("M3.5 2.5 H6.5 V13.5 H3.5 Z M9.5 2.5 H12.5 V13.5 H9.5 Z", false),
    STEP("M3 2.5 L10 8 L3 13.5 Z M11 2.5 H13.2 V13.5 H11 Z", false),
    RESET("M3 8 A5 5 0 1 0 5 4 M5.6 1.2 L4.6 4.3 L7.8 5.2", true),
    UNDO("M6 2.5 L2.5 6 L6 9.5 M2.5 6 H9.5 A4 4 0 0 1 9.5 14 H6", true),
    REDO("M10 2.5 L13.5 6 L10 9.5 M13.5 6 H6.5 A4 4 0 0 0 6.5 14 H10", true),
    OPEN("M1.5 13 V3.5 H6 L7.5 5.5 H13 V7.5 M1.5 13 L4 7.5 H15 L12.5 13 Z", true),
    SAVE("M8 1.5 V10 M4.5 6.8 L8 10.3 L11.5 6.8 M2 11 V14 H14 V11", true),
    SUN(
            "M8 5 A3 3 0 1 0 8 11 A3 3 0 1 0 8 5 M8 1 V2.2 M8 13.8 V15 M1 8 H2.2 M13.8 8 H15 M3 3 L3.9 3.9 M12.1 12.1 L13 13 M3 13 L3.9 12.1 M12.1 3.9 L13 3",
            true),
    MOON("M13.5 9.5 A6 6 0 1 1 6.5 2.5 A5 5 0 0 0 13.5 9.5 Z", true),
    MENU("M2 4 H14 M2 8 H14 M2 12 H14", true),
    CLOSE("M4 4 L12 12 M12 4 L4 12", true),
    ADD("M8 3 V13 M3 8 H13", true),
    REMOVE("M3 8 H13", true),
    SPRAY(
            "M6.5 15 V7.5 A2.5 2.5 0 0 1 11.5 7.5 V15 Z M7.7 4.8 V2.5 H10.3 V4.8 M2 2 H2.01 M4.6 3.2 H4.61 M2 5 H2.01 M4.6 6 H4.61",
            true),
    PEN("M2.5 13.5 L3.5 10 L11 2.5 L13.5 5 L6 12.5 Z M9.3 4.2 L11.8 6.7", true),
    UNFOLD("M4 6 L8 10 L12 6", true),
    FOLD("M6 4 L10 8 L6 12", true),
    BACK("M10 4 L6 8 L10 12", true);

    private final String path;
    private final boolean outline;

    Icon(String path, boolean outline) {
        this.path = path;
        this.outline = outline;
    }

    /** A new picture of it, coloured by the stylesheet. */
    public Node picture() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon");
        if (outline) {
            shape.getStyleClass().add("outline");
        }
        return shape;
    }
}
