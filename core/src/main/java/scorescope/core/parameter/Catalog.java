package scorescope.core.parameter;

import java.util.List;
import scorescope.core.BadInputException;

/**
 * All members of one family. Adding a member is one new file and one line in its catalog.
 *
 * @param concept what the members are, such as "process", for messages
 */
public record Catalog<T>(String concept, List<Kind<T>> kinds) {
    public Catalog {
        kinds = List.copyOf(kinds);
    }

    public List<String> ids() {
        return kinds.stream().map(Kind::id).toList();
    }

    /** @throws BadInputException if there is no such member; it names the nearest one */
    public Kind<T> kind(String id, String place) {
        return kinds.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadInputException.of(
                        place, "core.catalog.unknown", concept, id, Nearest.of(id, ids()), String.join(", ", ids())));
    }

    /** The declaration of a parameter whose value is one of these members. */
    public Parameter.OneOf<Kind<T>> oneOf(String key, String symbol, Kind<T> standard, String help) {
        return new Parameter.OneOf<>(key, symbol, standard, kinds, help);
    }

    /** Creates the chosen member after checking every value. */
    public T create(Choice choice, String place) {
        var kind = kind(choice.kind(), place + ".kind");
        return kind.create().apply(choice.parameters().checked(kind.parameters(), place));
    }
}
