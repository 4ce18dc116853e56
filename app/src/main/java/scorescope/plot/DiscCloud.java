package scorescope.plot;

/**
 * Many small discs of one colour on a raster. Laying a colour of opacity w on a pixel leaves the share 1 − w of what was
 * there; that is a product, in any order. So each disc only adds −log(1 − w) to a few whole numbers, and one pass over the
 * pixels lays the colour on. Few discs are blended one after the other, which saves that pass.
 */
final class DiscCloud {
    /** From so many discs on it pays to make stamps of them. */
    private static final int MANY = 200;

    /** From so many on it pays to add them up. */
    private static final int CLOUD = 8_000;

    /** What 1 stands for in the sums of logarithms: 2⁻⁸ of an e-fold. */
    private static final double FOLD = 256;

    private static final int OPAQUE = 4096;
    private static final int[] LAID = laid();

    private final DiscStamps stamps = new DiscStamps();
    private int[] depth = new int[0];

    /** Weights of 256 by sums of logarithms; the last for all larger ones. */
    private static int[] laid() {
        int[] weights = new int[(int) (FOLD * Math.log(512)) + 2];
        for (int d = 0; d < weights.length; d++) {
            weights[d] = (int) Math.round(256 * (1 - Math.exp(-d / FOLD)));
        }
        return weights;
    }

    private static int logarithm(int alpha) {
        return alpha >= 255 ? OPAQUE : (int) Math.round(-FOLD * Math.log(1 - alpha / 255.0));
    }

    /** Whether so many discs are better drawn here than one by one. */
    static boolean suits(int count, double radius) {
        return count >= MANY && radius <= DiscStamps.LARGEST;
    }

    /** Draws discs of {@code radius} pixels about the points times {@code scale}. */
    void draw(Raster raster, double[] x, double[] y, int count, double scale, double radius, int argb) {
        boolean cloud = count >= CLOUD;
        if (cloud) {
            stamps.make(radius, argb >>> 24, DiscCloud::logarithm);
            int pixels = raster.width() * raster.height();
            depth = depth.length < pixels ? new int[pixels] : depth;
        } else {
            stamps.make(radius, argb >>> 24, alpha -> alpha + (alpha >>> 7));
        }
        for (int i = 0; i < count; i++) {
            double cx = scale * x[i];
            double cy = scale * y[i];
            int pixelX = (int) Math.floor(cx);
            int pixelY = (int) Math.floor(cy);
            int placeX = DiscStamps.place(cx, pixelX);
            int placeY = DiscStamps.place(cy, pixelY);
            int left = pixelX + stamps.offset(placeX);
            int top = pixelY + stamps.offset(placeY);
            if (!raster.holds(left, top, stamps.side())) {
                raster.disc(cx, cy, radius, argb);
            } else if (cloud) {
                add(top * raster.width() + left, raster.width(), stamps.at(placeX, placeY));
            } else {
                raster.stamp(
                        top * raster.width() + left, stamps.side(), stamps.weights(), stamps.at(placeX, placeY), argb);
            }
        }
        if (cloud) {
            raster.lay(depth, LAID, argb);
        }
    }

    private void add(int at, int width, int stamp) {
        int[] weights = stamps.weights();
        int side = stamps.side();
        int k = stamp;
        int row = at;
        for (int j = 0; j < side; j++) {
            for (int i = row; i < row + side; i++) {
                depth[i] += weights[k++];
            }
            row += width;
        }
    }
}
