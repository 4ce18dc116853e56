package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Kind;

/** Two brightness modes at ∓1.5, std 0.6 in each frame, correlation 0.95 between the frames. */
final class TwoFrameVideo {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "two-frame-video",
            "Two-frame video",
            "x is one pixel in frame 1, y the same pixel in frame 2: dark or bright, and nearly equal.",
            TwoFrameVideo::components);

    private TwoFrameVideo() {}

    private static List<Component> components() {
        return List.of(brightness(-1.5), brightness(1.5));
    }

    private static Component brightness(double mean) {
        double variance = 0.6 * 0.6;
        return new Component(1, mean, mean, variance, 0.95 * variance, variance);
    }
}
