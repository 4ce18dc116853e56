package scorescope.ui;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens files and links that are dropped on the window. */
final class FileDrops {
    private FileDrops() {}

    static void take(Node window, FileOpening opening) {
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            var dragged = event.getDragboard();
            if (dragged.hasFiles() || dragged.hasString()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        window.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            var dropped = event.getDragboard();
            if (dropped.hasFiles()) {
                opening.open(dropped.getFiles().getFirst().toPath());
            } else {
                opening.open(dropped.getString());
            }
            event.setDropCompleted(true);
            event.consume();
        });
    }
}
