package scorescope.core.fit;

import scorescope.core.parameter.Option;

/** The direction of the divergence that a fit minimises. */
public enum Direction implements Option {
    /** KL(p‖q): large where p has mass and q has little, so that q covers p. */
    FORWARD("forward", "Forward", "KL(p‖q)", "Covers all of p."),
    /** KL(q‖p): large where q has mass and p has little, so that q seeks a mode. */
    REVERSE("reverse", "Reverse", "KL(q‖p)", "Seeks a mode of p.");

    private final Entry entry;

    Direction(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
