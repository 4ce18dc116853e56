package scorescope.ui.inspector;

import java.util.List;
import scorescope.core.density.GaussianMixture;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.layer.GuidanceLayer;
import scorescope.plot.layer.MeasurementLayer;
import scorescope.session.Conditioning;
import scorescope.session.Session;
import scorescope.words.Words;

/**
 * Settings of the session's guidance and measurement, shown with the layers that draw them.
 *
 * @param mixture the mixture, whose labels are the classes
 */
record ConditioningSettings(Session session, GaussianMixture mixture) {
    private static final String CLASS = "class";

    /** Direction of a measurement with one row, in degrees. */
    static final Parameter.Real ANGLE = new Parameter.Real(
            "angle",
            "",
            Words.constant("ui.component.angle.unit"),
            0,
            -180,
            180,
            false,
            Words.constant("help.measurement.angle"));

    /** Value y of a measurement with one row. */
    static final Parameter.Real VALUE =
            new Parameter.Real("value", "y", "", 0, -1e6, 1e6, false, Words.constant("help.measurement.value"));

    /** The classes of the mixture as options. */
    private Parameter.OneOf<Option> classes() {
        var options = Conditioning.labelled(mixture).labels().stream()
                .<Option>map(label -> Option.of(label, label, ""))
                .toList();
        return new Parameter.OneOf<>(CLASS, "", options.getFirst(), options, Words.text("help.guidance.class"));
    }

    /** Parameters of a layer that the session holds; empty for most layers. */
    List<Parameter<?>> of(String layer) {
        return switch (layer) {
            case GuidanceLayer.ID -> List.of(classes(), Guidance.WEIGHT);
            case MeasurementLayer.ID ->
                measurement().rows() == 1 ? List.of(ANGLE, VALUE, Measurement.STD) : List.of(Measurement.STD);
            default -> List.of();
        };
    }

    Parameters values() {
        var guidance = guidance();
        var measurement = measurement();
        var classes = classes();
        var values = Parameters.NONE
                .with(Guidance.WEIGHT, guidance.weight())
                .with(ANGLE, Math.toDegrees(measurement.direction(0)))
                .with(VALUE, measurement.value().getFirst())
                .with(Measurement.STD, measurement.std());
        return classes.ids().contains(guidance.label()) ? values.with(classes, guidance.label()) : values;
    }

    /** @throws scorescope.core.BadInputException if the value is out of range */
    Session changed(Parameter<?> parameter, Object raw) {
        var checked = Parameters.NONE.with(parameter, raw);
        var set = session.conditioning();
        var guidance = guidance();
        var measurement = measurement();
        return session.withConditioning(
                switch (parameter.key()) {
                    case CLASS -> set.with(new Guidance(checked.get(classes()).id(), guidance.weight()));
                    case "weight" -> set.with(new Guidance(guidance.label(), checked.get(Guidance.WEIGHT)));
                    case "angle" -> set.with(measurement.turned(0, Math.toRadians(checked.get(ANGLE))));
                    case "value" ->
                        set.with(new Measurement(measurement.matrix(), List.of(checked.get(VALUE)), measurement.std()));
                    default ->
                        set.with(new Measurement(
                                measurement.matrix(), measurement.value(), checked.get(Measurement.STD)));
                });
    }

    private Guidance guidance() {
        return session.conditioning().guidanceIn(mixture, GuidanceLayer.WEIGHT);
    }

    private Measurement measurement() {
        return session.conditioning().measurementIn(mixture);
    }
}
