package scorescope.plot;

/**
 * A layer made from a {@link Scene}: {@link #compute} does the mathematics into buffers it keeps, {@link #draw}
 * paints what was computed, as often as wanted. Both on any thread, one call at a time.
 */
public interface SceneLayer extends Layer {
    /** Computes what {@link #draw} will paint. Allocates nothing once its buffers have their size. */
    void compute(Scene scene, Viewport viewport, DensityGrid density);

    /** Whether {@link #compute} reads the density; if no layer does, none is computed. */
    default boolean readsDensity() {
        return false;
    }
}
