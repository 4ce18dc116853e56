package scorescope.ui.model;

import java.util.List;
import scorescope.plot.scene.Source;

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

    /** The scores side by side, from left to right. */
    public List<Source> sources() {
        return switch (this) {
            case ANALYTIC -> List.of(Source.ANALYTIC);
            case LEARNED -> List.of(Source.LEARNED);
            case DIFFERENCE -> List.of(Source.DIFFERENCE);
            case OVERLAY -> List.of(Source.OVERLAY);
            case SIDE_BY_SIDE -> List.of(Source.ANALYTIC, Source.LEARNED);
        };
    }
}
