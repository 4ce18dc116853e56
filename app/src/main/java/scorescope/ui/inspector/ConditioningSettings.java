package scorescope.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        return new Parameter.OneOf<>("class", "", options.getFirst(), options, Words.text("help.guidance.class"));
    }

    /**
     * One thing that can be set.
     *
     * @param value the present one; empty if it is none of the parameter's options
     * @param change what a parameter's values make of the session's conditions
     */
    private record Setting(Parameter<?> parameter, Optional<Object> value, Function<Parameters, Conditioning> change) {}

    /** Whether something of this layer is set in the session rather than in the layer. */
    boolean holds(String layer) {
        return !settings(layer).isEmpty();
    }

    /** Parameters of a layer that the session holds; empty for most layers. */
    List<Parameter<?>> of(String layer) {
        return settings(layer).stream().<Parameter<?>>map(Setting::parameter).toList();
    }

    Parameters values(String layer) {
        var values = Parameters.NONE;
        for (var setting : settings(layer)) {
            if (setting.value().isPresent()) {
                values = values.with(setting.parameter(), setting.value().get());
            }
        }
        return values;
    }

    /** @throws scorescope.core.BadInputException if the value is out of range */
    Session changed(String layer, Parameter<?> parameter, Object raw) {
        var setting = settings(layer).stream()
                .filter(one -> one.parameter().key().equals(parameter.key()))
                .findFirst()
                .orElseThrow();
        return session.withConditioning(setting.change().apply(Parameters.NONE.with(parameter, raw)));
    }

    private List<Setting> settings(String layer) {
        return switch (layer) {
            case GuidanceLayer.ID -> ofGuidance();
            case MeasurementLayer.ID -> ofMeasurement();
            default -> List.of();
        };
    }

    private List<Setting> ofGuidance() {
        var set = session.conditioning();
        var guidance = guidance();
        var classes = classes();
        return List.of(
                new Setting(
                        classes,
                        Optional.<Object>of(guidance.label()).filter(classes.ids()::contains),
                        values -> set.with(new Guidance(values.get(classes).id(), guidance.weight()))),
                new Setting(
                        Guidance.WEIGHT,
                        Optional.of(guidance.weight()),
                        values -> set.with(new Guidance(guidance.label(), values.get(Guidance.WEIGHT)))));
    }

    private List<Setting> ofMeasurement() {
        var set = session.conditioning();
        var now = measurement();
        var std = new Setting(
                Measurement.STD,
                Optional.of(now.std()),
                values -> set.with(new Measurement(now.matrix(), now.value(), values.get(Measurement.STD))));
        return now.rows() > 1
                ? List.of(std)
                : List.of(
                        new Setting(
                                ANGLE,
                                Optional.of(Math.toDegrees(now.direction(0))),
                                values -> set.with(now.turned(0, Math.toRadians(values.get(ANGLE))))),
                        new Setting(
                                VALUE,
                                Optional.of(now.value().getFirst()),
                                values ->
                                        set.with(new Measurement(now.matrix(), List.of(values.get(VALUE)), now.std()))),
                        std);
    }

    private Guidance guidance() {
        return session.conditioning().guidanceIn(mixture, GuidanceLayer.WEIGHT);
    }

    private Measurement measurement() {
        return session.conditioning().measurementIn(mixture);
    }
}
