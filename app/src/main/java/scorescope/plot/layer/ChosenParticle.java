package scorescope.plot.layer;

import java.util.OptionalInt;
import scorescope.core.parameter.Parameter;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Particles;
import scorescope.session.View;
import scorescope.words.Words;

/**
 * The particle that the {@link TweedieLayer} tracks, stored in the layer's settings, where the first has the number 1.
 */
public final class ChosenParticle {
    public static final String LAYER = "tweedie";

    static final Parameter.Whole NUMBER =
            new Parameter.Whole("particle", "", 1, 1, 1_000_000, Words.constant("help.layer.chosen-particle.particle"));

    private ChosenParticle() {}

    /** Its index, the first being 0, if the layer is shown. */
    public static OptionalInt of(View view) {
        return view.layers().contains(LAYER)
                ? OptionalInt.of(Math.toIntExact(view.settings(LAYER).get(NUMBER)) - 1)
                : OptionalInt.empty();
    }

    /** The same view with another particle chosen. */
    public static View in(View view, int index) {
        return view.withSettings(LAYER, view.settings(LAYER).with(NUMBER, index + 1L));
    }

    /** The particle nearest to a point of the picture, if one stands within {@code reach} points of it. */
    public static OptionalInt near(Particles particles, Viewport viewport, double px, double py, double reach) {
        var nearest = OptionalInt.empty();
        double least = reach * reach;
        for (int i = 0; i < particles.count(); i++) {
            double dx = viewport.toX(particles.x()[i]) - px;
            double dy = viewport.toY(particles.y()[i]) - py;
            if (dx * dx + dy * dy <= least) {
                least = dx * dx + dy * dy;
                nearest = OptionalInt.of(i);
            }
        }
        return nearest;
    }
}
