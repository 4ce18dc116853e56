package scorescope.plot.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The frames of an animation, all of one size, drawn on request of a format. */
public interface FrameSource {
    int columns();

    int rows();

    /** Pixels per inch. */
    double dpi();

    AnimationTiming timing();

    /** The picture in words. */
    String description();

    /** JSON of the session, to be carried inside the file. */
    Optional<String> session();

    /** A few frames, for formats that must choose colours; pixels as in {@link FrameCoder}. */
    List<int[]> samples();

    /**
     * Draws all frames and passes each to {@code coder}.
     *
     * @throws IOException what {@link FrameCoder#write} throws
     * @throws java.util.concurrent.CancellationException if the animation is not wanted any more
     */
    <C> void play(FrameCoder<C> coder) throws IOException;
}
