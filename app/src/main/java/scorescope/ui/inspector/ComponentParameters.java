package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.GaussianMixture;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Ranges;
import scorescope.words.Words;

/** Parameters of one component: weight, mean, covariance by principal axes, and class. */
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

    /** Option of {@link #label} for no class; no label begins with a blank. */
    static final String NO_CLASS = " ";

    private static final String LABEL = "class";

    private ComponentParameters() {}

    /** The class of a component as a parameter: none, an existing label, or the first unused letter. */
    public static Parameter.OneOf<Option> label(GaussianMixture mixture) {
        var options = new ArrayList<Option>();
        options.add(Option.of(NO_CLASS, Words.text("ui.component.label.none"), ""));
        mixture.labels().forEach(label -> options.add(Option.of(label, label, "")));
        for (char letter = 'a'; letter <= 'z'; letter++) {
            String next = String.valueOf(letter);
            if (!mixture.labels().contains(next)) {
                options.add(Option.of(next, Words.text("ui.component.label.new", next), ""));
                break;
            }
        }
        return new Parameter.OneOf<>(LABEL, "", options.getFirst(), options, Words.text("help.component.label"));
    }
}
