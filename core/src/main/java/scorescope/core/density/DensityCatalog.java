package scorescope.core.density;

import java.util.List;
import scorescope.core.parameter.Catalog;

/** The preset densities, all exact mixtures. A new preset is one file and one line here. */
public final class DensityCatalog {
    public static final Catalog<GaussianMixture> CATALOG = new Catalog<>(
            "preset",
            List.of(
                    ThreeGaussians.KIND,
                    EightGaussians.KIND,
                    SingleGaussian.KIND,
                    Anisotropic.KIND,
                    TwoMoons.KIND,
                    SwissRoll.KIND,
                    Pinwheel.KIND,
                    Checkerboard.KIND,
                    TwoRings.KIND,
                    Grid25.KIND,
                    Circle.KIND,
                    TwoFrameVideo.KIND));

    private DensityCatalog() {}
}
