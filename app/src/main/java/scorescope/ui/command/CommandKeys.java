package scorescope.ui.command;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import scorescope.ui.control.RovingFocus;

/**
 * Runs commands by key. While a person types into a field, plain keys belong to the field; an open list receives all
 * keys.
 */
public final class CommandKeys {
    /** Keys by which a field edits its own text; undo belongs to the window. */
    private static final Set<KeyCode> EDITING = EnumSet.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X);

    private final CommandRegistry commands;
    private final Predicate<Command> reachable;
    private final BooleanSupplier typing;

    /**
     * Listens in no scene yet.
     *
     * @param reachable whether a plain key may ask for a command now, as not while a page covers the stage
     * @param typing whether the page that covers the stage is typed into, so that Esc alone is not the field's
     */
    public CommandKeys(CommandRegistry commands, Predicate<Command> reachable, BooleanSupplier typing) {
        this.commands = commands;
        this.reachable = reachable;
        this.typing = typing;
    }

    public void listenIn(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            var focused = scene.getFocusOwner();
            var command = commands.matching(event);
            if (command.filter(found -> event.isShortcutDown() || reachable.test(found))
                    .filter(_ -> !keeps(focused, event))
                    .filter(Command::run)
                    .isPresent()) {
                event.consume();
            }
        });
    }

    /** Whether the key is the focused control's own. */
    private boolean keeps(Node focused, KeyEvent event) {
        if (RovingFocus.takes(focused, event)) {
            return true;
        }
        if (event.isShortcutDown()) {
            return focused instanceof TextInputControl && EDITING.contains(event.getCode());
        }
        if (event.isAltDown() || event.getCode().isFunctionKey()) {
            return false;
        }
        if (event.getCode() == KeyCode.ESCAPE && typing.getAsBoolean()) {
            return false;
        }
        boolean listOpen = (focused instanceof ComboBoxBase<?> box && box.isShowing())
                || (focused instanceof MenuButton menu && menu.isShowing());
        return listOpen
                || focused instanceof TextInputControl
                || switch (event.getCode()) {
                    // Space presses a control that was reached by Tab, not one that was clicked last.
                    case SPACE ->
                        focused != null
                                && focused.isFocusVisible()
                                && (focused instanceof ButtonBase || focused instanceof ComboBoxBase<?>);
                    case LEFT, RIGHT -> focused instanceof Slider || focused instanceof ComboBoxBase<?>;
                    default -> false;
                };
    }
}
