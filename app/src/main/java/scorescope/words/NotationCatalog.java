package scorescope.words;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;

/** All notations. To add one, write its bundle {@code notation-ID} and add a line here. */
public final class NotationCatalog {
    private static final List<Notation> ALL = List.of(
            Notation.DEFAULT,
            Notation.of("delta"),
            Notation.of("alpha-bar"),
            Notation.of("descending"),
            Notation.of("song"),
            Notation.of("ho"));

    private NotationCatalog() {}

    /** All notations, the default one first. */
    public static List<Notation> notations() {
        return ALL;
    }

    public static List<String> ids() {
        return ALL.stream().map(Notation::id).toList();
    }

    /** @throws BadInputException naming {@code place} and the nearest notation if there is none called {@code id} */
    public static Notation named(String id, String place) {
        return ALL.stream()
                .filter(notation -> notation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        place,
                        Words.text("figure.notation.unknown", id),
                        Words.text("figure.remedy.nearest", Nearest.of(id, ids()), String.join(", ", ids()))));
    }

    /** The notation of a session's key {@code notation}. */
    public static Notation named(String id) {
        return named(id, "notation");
    }
}
