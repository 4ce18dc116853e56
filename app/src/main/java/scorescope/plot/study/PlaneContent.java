package scorescope.plot.study;

import java.util.List;
import scorescope.plot.KeptContents;
import scorescope.plot.Layer;
import scorescope.plot.Legend;
import scorescope.plot.Style;
import scorescope.plot.Viewport;

/** What a study shows in a part of the plane: computed for a viewport first, then drawn as often as wanted. */
public interface PlaneContent extends Layer {
    /** @param kept where contents of the layers of the catalog come from */
    void compute(Viewport viewport, Style style, KeptContents kept);

    /** What its lines, colours and marks mean; after {@link #compute}. */
    List<Legend.Entry> legend();
}
