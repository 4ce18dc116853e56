package scorescope.session.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.session.Shown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the first form of {@code figure.panels}, {@code [{"score": {"source": "difference"}}, …]}, in which a panel stated
 * only its score. The panels become {@code view.shown} if that can express them, else patches.
 */
final class PanelMigration {
    private PanelMigration() {}

    /** Changes {@code tree}, a whole file, if it has panels of that form. */
    static void in(JsonNode tree) {
        if (!(tree instanceof ObjectNode file)
                || !(file.get("figure") instanceof ObjectNode figure)
                || figure.get("panels") == null
                || !figure.get("panels").isArray()
                || figure.get("panels").isEmpty()) {
            return;
        }
        var all = new ArrayList<Optional<Shown>>();
        figure.get("panels").forEach(panel -> all.add(source(panel)));
        var view = file.get("view");
        boolean study = view != null
                && view.has("study")
                && !view.get("study").asString("").equals("none");
        boolean said = view != null && (!view.isObject() || view.has(ViewReader.SHOWN));
        if (!said && all.stream().allMatch(Optional::isPresent)) {
            var whole = whole(all.stream().flatMap(Optional::stream).toList(), study);
            if (whole.isPresent()) {
                figure.remove("panels");
                (view == null ? file.putObject("view") : (ObjectNode) view)
                        .put(ViewReader.SHOWN, whole.get().id());
                return;
            }
        }
        for (int i = 0; i < all.size(); i++) {
            var panel = figure.get("panels").get(i);
            all.get(i).ifPresent(shown -> {
                var patch = (ObjectNode) panel;
                patch.remove("score");
                patch.putObject("view").put(ViewReader.SHOWN, shown.id());
            });
        }
    }

    /** The value of {@code view.shown} for these panels; in a study they stated only which scores it uses. */
    private static Optional<Shown> whole(List<Shown> panels, boolean study) {
        if (panels.size() == 1) {
            return Optional.of(panels.getFirst());
        }
        if (panels.equals(List.of(Shown.ANALYTIC, Shown.LEARNED))) {
            return Optional.of(Shown.SIDE_BY_SIDE);
        }
        if (study) {
            return Optional.of(
                    panels.containsAll(List.of(Shown.ANALYTIC, Shown.LEARNED))
                            ? Shown.SIDE_BY_SIDE
                            : panels.getFirst());
        }
        return Optional.empty();
    }

    private static Optional<Shown> source(JsonNode panel) {
        return panel.isObject()
                        && panel.size() == 1
                        && panel.get("score") instanceof ObjectNode score
                        && score.size() == 1
                        && score.has("source")
                ? Shown.named(score.get("source").asString("")).filter(shown -> shown != Shown.SIDE_BY_SIDE)
                : Optional.empty();
    }
}
