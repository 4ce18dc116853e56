package scorescope.words;

import java.util.Optional;
import java.util.ResourceBundle;
import scorescope.core.words.Bundles;
import scorescope.core.words.Template;

/**
 * A notation: symbols and formulas by name, and names and scales of parameters. It changes texts only, never what is
 * computed.
 *
 * <p>The default notation is the bundle {@code notation}; another one is a bundle {@code notation-ID} of what differs.
 *
 * @param id name in the session file
 */
public record Notation(String id, ResourceBundle differences) {
    private static final String PREFIX = "notation.";

    static final Notation DEFAULT = new Notation("eta", Bundles.named("notation"));

    static Notation of(String id) {
        return new Notation(id, Bundles.named("notation-" + id));
    }

    /** Its name in lists, such as "Step size δ = 2η". */
    public String title() {
        return differences.getString("notation-title");
    }

    /** One sentence on what differs. */
    public String help() {
        return differences.getString("notation-help");
    }

    /** A text whose formulas are in this notation. */
    String write(String key, Object... arguments) {
        var source = key.startsWith(PREFIX) ? formula(key) : override(key).orElseGet(() -> Bundles.text(key));
        return filled(source, arguments);
    }

    /** Fills arguments and formulas of this notation into a text. */
    String filled(String source, Object... arguments) {
        return new Template(source).filled(name -> write(PREFIX + name), arguments);
    }

    private String formula(String key) {
        return override(key).orElseGet(() -> Bundles.text(key));
    }

    private Optional<String> override(String key) {
        return Bundles.find(differences, key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Notation(var name, var unused) && name.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
