package scorescope.plot.export;

import java.io.IOException;
import java.util.Optional;

/**
 * Codes the frames of an animation. Pixels are 0xAARRGGBB and opaque, row by row from the top.
 *
 * @param <C> a coded frame
 */
public interface FrameCoder<C> {
    /**
     * Codes one frame. Called for several frames at once, in any order.
     *
     * @param before the frame before; empty for the first; not modified
     * @param now the frame; not modified
     */
    C code(Optional<int[]> before, int[] now);

    /** Writes one frame. Called in the order of frames, one after the other. */
    void write(C coded, int frame) throws IOException;
}
