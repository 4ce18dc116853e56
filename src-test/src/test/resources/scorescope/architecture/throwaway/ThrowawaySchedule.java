package scorescope.core.training;

import java.util.List;
import scorescope.core.parameter.Kind;

record ThrowawaySchedule() implements LearningRate.Schedule {
    static final Kind<LearningRate.Schedule> KIND = new Kind<>(
            "throwaway-schedule",
            "Throw-away schedule",
            "A throw-away schedule.",
            List.of(),
            values -> new ThrowawaySchedule());

    @Override
    public double rate(double initial, double fraction) {
        return initial * (1 - fraction);
    }
}
