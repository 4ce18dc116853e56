package scorescope.core.fit;

import scorescope.core.parameter.Option;

/** Which way the divergence is measured that a fit makes small. */
public enum Direction implements Option {
    /** KL(p‖q): q pays for every place where p has mass and q has none, so it covers. */
    FORWARD("forward", "Forward", "KL(p‖q)", "Covers all of p."),
    /** KL(q‖p): q pays for every place where q has mass and p has none, so it seeks. */
    REVERSE("reverse", "Reverse", "KL(q‖p)", "Seeks a mode of p.");

    private final String id;
    private final String title;
    private final String symbol;
    private final String help;

    Direction(String id, String title, String symbol, String help) {
        this.id = id;
        this.title = title;
        this.symbol = symbol;
        this.help = help;
    }

    @Override
    public Entry entry() {
        return new Entry(id, title, symbol, help);
    }
}
