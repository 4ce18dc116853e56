package scorescope.session.codec;

import java.util.List;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.words.Words;

/** Reads a member of a catalog: the key {@code kind} names it, the other keys are its declared parameters. */
final class ChoiceReader {
    static final String KIND = "kind";

    private ChoiceReader() {}

    /**
     * The member named by {@code kind}; values left out are those of {@code standard} if that has the same kind.
     *
     * @param further keys of the same object that are not parameters
     */
    static Choice read(Catalog<?> catalog, Keys keys, Choice standard, String... further) {
        String id = keys.text(KIND).orElse(standard.kind());
        var kind = catalog.kind(id, keys.at(KIND));
        var valid = Stream.concat(Stream.of(KIND), Keys.names(kind.parameters(), further).stream())
                .toList();
        refuseThoseOfOthers(catalog, kind, keys, valid);
        keys.allowing(valid);
        var given = keys.parameters(kind.parameters());
        return new Choice(id, id.equals(standard.kind()) ? Keys.over(given, standard.parameters()) : given);
    }

    /** Refuses a key that the chosen kind lacks and other kinds have, and names those kinds. */
    private static void refuseThoseOfOthers(Catalog<?> catalog, Kind<?> chosen, Keys keys, List<String> valid) {
        for (String key : keys.object().propertyNames()) {
            var others = catalog.kinds().stream()
                    .filter(kind -> !valid.contains(key)
                            && Keys.names(kind.parameters()).contains(key))
                    .map(Kind::id)
                    .toList();
            if (!others.isEmpty()) {
                throw new BadInputException(
                        keys.at(key),
                        Words.text("session.no-such-parameter", catalog.concept(), chosen.id()),
                        Words.text("session.choose-kind-that-has-it", String.join(", ", others)));
            }
        }
    }
}
