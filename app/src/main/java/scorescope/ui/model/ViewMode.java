package scorescope.ui.model;

/** Which scores the stage shows. */
public enum ViewMode {
    ANALYTIC("Analytic"),
    LEARNED("Learned"),
    DIFFERENCE("Difference"),
    OVERLAY("Overlay"),
    SIDE_BY_SIDE("Side by side");

    private final String title;

    ViewMode(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean showsAnalytic() {
        return this == ANALYTIC || this == OVERLAY || this == SIDE_BY_SIDE;
    }

    public boolean showsLearned() {
        return this == LEARNED || this == OVERLAY || this == SIDE_BY_SIDE;
    }
}
