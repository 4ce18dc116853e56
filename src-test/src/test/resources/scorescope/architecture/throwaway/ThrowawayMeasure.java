package scorescope.core.measure;

import java.util.List;
import scorescope.core.parameter.Kind;

/** How many points the samples have together. */
record ThrowawayMeasure() implements SampleMeasure {
    static final Kind<SampleMeasure> KIND = new Kind<>(
            "throwaway-measure",
            "Throw-away measure",
            "A throw-away measure.",
            List.of(),
            values -> new ThrowawayMeasure());

    @Override
    public double between(Sample a, Sample b) {
        return a.count() + b.count();
    }
}
