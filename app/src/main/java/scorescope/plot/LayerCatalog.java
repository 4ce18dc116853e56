package scorescope.plot;

import java.util.List;
import java.util.function.Function;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;

/** The layers a session can name in {@code view.layers}. A new one is one file and one line here. */
public final class LayerCatalog {
    /** A layer as the interface and the session file know it. */
    public record Entry(String id, String title, String help, Function<Style, SceneLayer> create) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("density", "Density", "The noised density as an image", style -> new DensityLayer()),
            new Entry("contours", "Contours", "Lines of equal density", ContourLayer::new),
            new Entry(
                    "quiver",
                    "Arrows",
                    "The score as arrows; long ones are shortened so that all can be read",
                    style -> new QuiverLayer(style, ArrowScaling.COMPRESSED)),
            new Entry("particles", "Particles", "The sampler's particles with short tails", ParticleLayer::new));

    private LayerCatalog() {}

    /** All layers, in the order that draws the lower ones first. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    public static List<String> ids() {
        return ENTRIES.stream().map(Entry::id).toList();
    }

    /** @throws BadInputException naming {@code place} and the nearest layer if there is none called {@code id} */
    public static Entry entry(String id, String place) {
        return ENTRIES.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        place,
                        "there is no layer \"" + id + "\"",
                        "did you mean \"" + Nearest.of(id, ids()) + "\"? Valid: " + String.join(", ", ids())));
    }
}
