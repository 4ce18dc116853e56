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
    BACK("M10 4 L6 8 L10 12", true),
    SCENE("M5 3.2 A2.2 2.2 0 1 0 5.01 3.2 M11 2.6 A1.8 1.8 0 1 0 11.01 2.6 M10 8.4 A2.6 2.6 0 1 0 10.01 8.4", true),
    LAYERS("M8 2 L14.5 5.5 L8 9 L1.5 5.5 Z M2.5 9 L8 12 L13.5 9", true),
    PATH("M2.5 13.5 C5 4.5 8 14 11.5 5 M13 2.4 A1.6 1.6 0 1 0 13.01 2.4", true),
    LANES("M2.5 3 H5 V13 H2.5 Z M6.8 3 H9.3 V13 H6.8 Z M11 3 H13.5 V13 H11 Z", true),
    CURVE("M2 2 V14 H14 M4 4 C5 11 8 11.5 13 11.8", true),
    TARGET("M8 3 A5 5 0 1 0 8.01 3 M8 0.8 V4.5 M8 11.5 V15.2 M0.8 8 H4.5 M11.5 8 H15.2", true),
    QUESTION("M2.5 2.5 H13.5 V13.5 H2.5 Z M6.2 6.4 A1.9 1.9 0 1 1 8 8.4 V9.4 M8 11.4 H8.01", true),
    SEARCH("M7 2.5 A4.5 4.5 0 1 0 7.01 2.5 M10.3 10.3 L14 14", true),
    HOME("M2.5 7.5 L8 2.5 L13.5 7.5 M4 6.5 V13.5 H12 V6.5", true),
    PIN("M5.5 2 H10.5 M6.2 2 V7 L4 9.2 H12 L9.8 7 V2 M8 9.2 V14.5", true);

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
