package scorescope.core.sampling;

import java.util.List;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Ranges;

/** All kinds of start; a new one is a file and a line here. */
public final class StartCatalog {
    public static final Catalog<Start> CATALOG = new Catalog<>(
            "start", List.of(GaussianStart.KIND, UniformStart.KIND, PointStart.KIND, DrawnStart.KIND, PriorStart.KIND));

    /** Largest coordinate of a start, in data units. */
    static final double FARTHEST = Ranges.FARTHEST;

    private StartCatalog() {}
}
