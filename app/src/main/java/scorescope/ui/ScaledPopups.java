package scorescope.ui;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/** Scales menus, lists of choices and explanations like the window's content; they are windows of their own. */
final class ScaledPopups {
    private ScaledPopups() {}

    /** Scales whatever opens over {@code pane} from now on. */
    static Subscription over(ScaledPane pane) {
        ListChangeListener<Window> opened = change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(window -> {
                    if (window instanceof PopupWindow popup && isOver(popup, pane)) {
                        scale(popup, pane.scale());
                    }
                });
            }
        };
        Window.getWindows().addListener(opened);
        return () -> Window.getWindows().removeListener(opened);
    }

    private static boolean isOver(PopupWindow popup, ScaledPane pane) {
        Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow above) {
            owner = above.getOwnerWindow();
        }
        return owner != null && owner.getScene() == pane.getScene();
    }

    private static void scale(PopupWindow popup, double factor) {
        var transform = new Scale(factor, factor);
        for (var content : popup.getScene().getRoot().getChildrenUnmodifiable()) {
            content.getTransforms().setAll(transform);
            if (popup instanceof ContextMenu menu) {
                // A menu that is higher than the screen scrolls.
                menu.setMaxHeight(Screen.getPrimary().getVisualBounds().getHeight() / factor);
                popup.addEventHandler(WindowEvent.WINDOW_SHOWN, _ -> openLeft(menu, content, transform));
            }
        }
    }

    /** A submenu that opens to the left ends where the menu begins. */
    private static void openLeft(ContextMenu menu, Node content, Scale transform) {
        boolean left = menu.getOwnerWindow() instanceof ContextMenu above && menu.getAnchorX() < above.getAnchorX();
        transform.setPivotX(left ? content.getLayoutBounds().getWidth() : 0);
    }
}
