package scorescope.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import scorescope.plot.layer.ProbePoint;
import scorescope.session.Shown;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.model.WorkbenchModel;

/** The keys of the window. While a person types into a field, plain keys are the field's. */
final class Keys {
    private final Commands commands;
    private final WorkbenchModel model;

    Keys(Commands commands, WorkbenchModel model) {
        this.commands = commands;
        this.model = model;
    }

    void listenIn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var focused = scene.getFocusOwner();
            boolean taken = listOpen(focused)
                    || (focused instanceof TextInputControl
                            && !(commands.covered() && event.getCode() == KeyCode.ESCAPE));
            if (event.isShortcutDown() ? shortcut(event) : !taken && plain(event, scene)) {
                event.consume();
            }
        });
    }

    /** Alt+1 and on: the pages of the inspector. */
    private boolean page(KeyCode code) {
        var page = Inspector.Page.at(code.getName());
        page.ifPresent(commands::showPage);
        return page.isPresent();
    }

    /** An open list keeps all plain keys. */
    private static boolean listOpen(Node focused) {
        return (focused instanceof ComboBoxBase<?> box && box.isShowing())
                || (focused instanceof MenuButton menu && menu.isShowing());
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    model.redo();
                } else {
                    model.undo();
                }
            }
            case S -> commands.save();
            case O -> commands.open();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event, Scene scene) {
        if (commands.composing()) {
            return false;
        }
        if (commands.covered()) {
            return event.getCode() == KeyCode.ESCAPE && commands.leaveStudy();
        }
        if (event.isAltDown()) {
            return page(event.getCode());
        }
        if (event.getText().equals("\\")) {
            commands.toggleInspector();
            return true;
        }
        var focused = scene.getFocusOwner();
        if (event.getText().equals("?")) {
            commands.showKeys();
            return true;
        }
        switch (event.getCode()) {
            case SPACE -> {
                // What was reached by Tab is pressed; what was clicked last is not.
                if (focused != null
                        && focused.isFocusVisible()
                        && (focused instanceof ButtonBase || focused instanceof ComboBoxBase<?>)) {
                    return false;
                }
                commands.playOrPause();
            }
            case PERIOD -> commands.singleStep();
            case A, DIGIT1 -> model.look(Shown.ANALYTIC);
            case L -> model.look(Shown.LEARNED);
            case D -> model.look(Shown.DIFFERENCE);
            case O -> model.look(Shown.OVERLAY);
            case DIGIT2 -> model.look(Shown.SIDE_BY_SIDE);
            case T -> commands.train();
            case P -> model.edit(s -> s.withView(ProbePoint.shown(s.view(), !ProbePoint.shown(s.view()))));
            case E -> commands.export();
            case PAGE_DOWN -> {
                return commands.turnStudy(1);
            }
            case PAGE_UP -> {
                return commands.turnStudy(-1);
            }
            case ESCAPE -> {
                return commands.leaveStudy();
            }
            case LEFT, RIGHT -> {
                if (focused instanceof javafx.scene.control.Slider || focused instanceof ComboBoxBase<?>) {
                    return false;
                }
                commands.notch(event.getCode() == KeyCode.RIGHT ? 1 : -1, event.isShiftDown());
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
