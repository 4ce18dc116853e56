package scorescope.session.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import scorescope.core.io.Endings;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;
import scorescope.words.Words;

/**
 * Built-in figures. Each is a session file and its picture in the assets, named by its id; a new one is these files, a line here,
 * and its title and help in the bundle.
 */
public final class RecipeCatalog {
    public static final Catalog<Recipe> CATALOG = new Catalog<>(
            "recipe",
            Stream.of(
                            "six-panels",
                            "noise-levels",
                            "tweedie-map",
                            "process-variances",
                            "four-samplers",
                            "ode-and-sde",
                            "learned-and-analytic",
                            "loss-by-level",
                            "fokker-planck",
                            "gradient-flow-and-langevin",
                            "two-starts",
                            "closeness-and-cost",
                            "growth")
                    .map(RecipeCatalog::kind)
                    .toList());

    private static final String FOLDER = "/scorescope/recipes/";

    private RecipeCatalog() {}

    /** A built-in figure. */
    public record Recipe(String id) {
        /** The expected picture, a PNG that a test compares with the drawn one. */
        public URL picture() {
            return Objects.requireNonNull(RecipeCatalog.class.getResource(FOLDER + id + ".png"), id);
        }

        /** The text of its session file. */
        public String text() {
            try (var stream = RecipeCatalog.class.getResourceAsStream(FOLDER + id + Endings.SESSION)) {
                if (stream == null) {
                    throw new IllegalStateException("the assets lack " + id);
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
    }

    private static Kind<Recipe> kind(String id) {
        return new Kind<>(
                id,
                Words.constant("session.recipe." + id + ".title"),
                Words.constant("session.recipe." + id + ".help"),
                List.of(),
                none -> new Recipe(id));
    }
}
