package scorescope.plot.paint;

/** One thing drawn over the plane, from computed data: a density image, contours, arrows, particles. */
public interface Layer {
    void draw(Painter painter, Viewport viewport, Palette palette);
}
