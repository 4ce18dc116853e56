package scorescope.core.training;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * {@link Adam} with decoupled weight decay.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019</a>
 */
final class AdamW {
    static final Parameter.Real WEIGHT_DECAY = new Parameter.Real(
            "weightDecay", "d", "", 0.01, 0, 1, true, "The part ηd of all weights that a step takes away.");

    static final Kind<Optimizer.Family> KIND = new Kind<>(
            "adamw",
            "AdamW",
            "Adam that also shrinks all weights a little at every step.",
            List.of(WEIGHT_DECAY),
            values -> size -> new Adam(size, values.get(WEIGHT_DECAY)));

    private AdamW() {}
}
