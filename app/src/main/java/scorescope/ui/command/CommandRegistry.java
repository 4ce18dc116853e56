package scorescope.ui.command;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyEvent;

/** All commands of a window, in the order of their places. */
public final class CommandRegistry {
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two have one name or one key */
    public CommandRegistry(List<Command> all) {
        for (var command : all) {
            if (commands.putIfAbsent(command.id(), command) != null) {
                throw new IllegalArgumentException(command.id());
            }
        }
        Set<KeyStroke> keys = new HashSet<>();
        for (var command : all) {
            for (var key : command.keys()) {
                if (!keys.add(key)) {
                    throw new IllegalArgumentException(key.toString());
                }
            }
        }
    }

    public List<Command> all() {
        return List.copyOf(commands.values());
    }

    public List<Command> of(Place place) {
        return commands.values().stream()
                .filter(command -> command.place() == place)
                .toList();
    }

    /** @throws IllegalArgumentException if there is none */
    public Command named(String id) {
        return Optional.ofNullable(commands.get(id)).orElseThrow(() -> new IllegalArgumentException(id));
    }

    /** The command that a key asks for. */
    public Optional<Command> matching(KeyEvent event) {
        return commands.values().stream()
                .filter(command -> command.keys().stream().anyMatch(key -> key.matches(event)))
                .findFirst();
    }
}
