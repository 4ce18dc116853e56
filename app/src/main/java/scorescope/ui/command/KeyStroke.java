package scorescope.ui.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import scorescope.words.Words;

/**
 * A key with its modifiers.
 *
 * @param code of a key with a place; empty for a character, wherever the keyboard has it
 * @param character such as {@code ?}; empty for a key with a place
 * @param control Ctrl, on a Mac the command key
 */
public record KeyStroke(Optional<KeyCode> code, String character, boolean control, boolean shift, boolean alt) {
    private static final Map<String, KeyCode> NAMED = Map.of(
            "space", KeyCode.SPACE,
            "left", KeyCode.LEFT,
            "right", KeyCode.RIGHT,
            "page-up", KeyCode.PAGE_UP,
            "page-down", KeyCode.PAGE_DOWN,
            "esc", KeyCode.ESCAPE,
            ".", KeyCode.PERIOD);

    /** The key of a text such as {@code ctrl+shift+z}, {@code alt+1}, {@code page-up}, {@code f5}, {@code ?} or {@code +}. */
    public static KeyStroke of(String text) {
        var parts = text.equals("+") ? List.of(text) : List.of(text.split("\\+"));
        String key = parts.getLast();
        var modifiers = parts.subList(0, parts.size() - 1);
        var code = Optional.ofNullable(NAMED.get(key))
                .or(() -> key.matches("[a-z0-9]|f[0-9]+")
                        ? Optional.of(KeyCode.getKeyCode(key.toUpperCase(Locale.ROOT)))
                        : Optional.empty());
        return new KeyStroke(
                code,
                code.isPresent() ? "" : key,
                modifiers.contains("ctrl"),
                modifiers.contains("shift"),
                modifiers.contains("alt"));
    }

    public boolean matches(KeyEvent event) {
        if (event.isShortcutDown() != control || event.isAltDown() != alt) {
            return false;
        }
        return code.map(wanted -> wanted == event.getCode() && event.isShiftDown() == shift)
                .orElseGet(() -> character.equals(event.getText()));
    }

    /** As a person reads it: {@code Ctrl+Shift+Z}, {@code Page up}, {@code ←}. */
    public String written() {
        var parts = Arrays.asList(
                control ? Words.text("ui.key.control") : "",
                alt ? Words.text("ui.key.alt") : "",
                shift ? Words.text("ui.key.shift") : "",
                code.map(KeyStroke::name).orElse(character));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("+"));
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case SPACE -> Words.text("ui.key.space");
            case PAGE_UP -> Words.text("ui.key.page-up");
            case PAGE_DOWN -> Words.text("ui.key.page-down");
            case ESCAPE -> Words.text("ui.key.escape");
            case LEFT -> Words.text("ui.key.left");
            case RIGHT -> Words.text("ui.key.right");
            case PERIOD -> ".";
            default -> code.getName();
        };
    }
}
