package scorescope.core.density;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.parameter.Kind;

/** 5 arms of 8 components, r from 0.5 to 4, turning by 0.3 a unit of r and stretched along the arm. */
final class Pinwheel {
    static final Kind<GaussianMixture> KIND = Shapes.preset(
            "pinwheel",
            "Pinwheel",
            "Five curved arms, each of eight Gaussians stretched along it.",
            Pinwheel::components);

    /** Radians by which an arm turns for each unit outwards. */
    private static final double TURN = 0.3;

    private Pinwheel() {}

    private static List<Component> components() {
        var arms = new ArrayList<Component>();
        for (int arm = 0; arm < 5; arm++) {
            for (int k = 0; k < 8; k++) {
                double radius = 0.5 * (k + 1);
                double angle = 2 * Math.PI * arm / 5 + TURN * radius;
                double along = angle + Math.atan(TURN * radius);
                arms.add(Shapes.turned(
                        1, radius * Math.cos(angle), radius * Math.sin(angle), 0.3, 0.06 + 0.04 * radius, along));
            }
        }
        return arms;
    }
}
