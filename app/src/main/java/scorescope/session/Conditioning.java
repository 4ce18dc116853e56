package scorescope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;

/**
 * What samples are conditioned on, for studies and layers that use it.
 *
 * @param guidance a class and its guidance weight
 * @param measurement a measurement of the clean point
 */
public record Conditioning(Optional<Guidance> guidance, Optional<Measurement> measurement) {
    public static final Conditioning NONE = new Conditioning(Optional.empty(), Optional.empty());

    /** Label of the first component if no component has one. */
    private static final String FIRST = "1";

    public Conditioning with(Guidance changed) {
        return new Conditioning(Optional.of(changed), measurement);
    }

    public Conditioning with(Measurement changed) {
        return new Conditioning(guidance, Optional.of(changed));
    }

    /** The mixture with its classes; if no component has a label, the first component becomes a class. */
    public static GaussianMixture labelled(GaussianMixture mixture) {
        if (!mixture.labels().isEmpty()) {
            return mixture;
        }
        var components = new ArrayList<Component>(mixture.components());
        components.set(0, components.getFirst().labelled(FIRST));
        return new GaussianMixture(components);
    }

    /** The guidance that is set, else guidance to the first class of the {@linkplain #labelled labelled} mixture. */
    public Guidance guidanceIn(GaussianMixture mixture, double otherWeight) {
        return guidance.orElseGet(() -> new Guidance(labelled(mixture).labels().getFirst(), otherWeight));
    }

    /** The measurement that is set, else a measurement of the first coordinate at the data's mean. */
    public Measurement measurementIn(GaussianMixture mixture) {
        return measurement.orElseGet(() -> new Measurement(
                List.of(List.of(1.0, 0.0)), List.of(mixture.moments().meanX()), Measurement.STD.standard()));
    }
}
