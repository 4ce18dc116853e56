package scorescope.ui.inspector;

import java.util.List;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Ranges;
import scorescope.words.Words;

/** What can be set of one component of a mixture: its share, its mean, and its covariance by principal axes. */
public final class ComponentParameters {
    static final Parameter.Real WEIGHT =
            new Parameter.Real("weight", "w", "", 0.5, 0, 1, false, Words.constant("help.component.weight"));
    static final Parameter.Pair MEAN = Parameter.Pair.point(
            "mean",
            Words.constant("ui.component.mean.symbol"),
            Words.constant("figure.unit.data"),
            0,
            0,
            Ranges.FARTHEST,
            Words.constant("help.component.mean"));
    static final Parameter.Pair STD = new Parameter.Pair(
            "std",
            "",
            Words.constant("figure.unit.data"),
            1,
            1,
            0,
            Ranges.FARTHEST,
            false,
            Words.constant("help.component.std"));
    static final Parameter.Real ANGLE = new Parameter.Real(
            "angle",
            "",
            Words.constant("ui.component.angle.unit"),
            0,
            0,
            180,
            false,
            Words.constant("help.component.angle"));

    public static final List<Parameter<?>> ALL = List.of(WEIGHT, MEAN, STD, ANGLE);

    private ComponentParameters() {}
}
