package scorescope.plot.figure;

import java.util.List;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;

/** What a study shows in a part of the plane: computed for a viewport first, then drawn as often as wanted. */
public interface PlaneContent extends Layer {
    /** @param kept where contents of the layers of the catalog come from */
    void compute(Viewport viewport, Style style, PanelContentCache kept);

    /** What its lines, colours and marks mean; after {@link #compute}. */
    List<Legend.Entry> legend();
}
