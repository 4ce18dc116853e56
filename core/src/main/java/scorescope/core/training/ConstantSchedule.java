package scorescope.core.training;

import java.util.List;
import scorescope.core.parameter.Kind;

/** The learning rate is constant. */
record ConstantSchedule() implements LearningRate.Schedule {
    static final Kind<LearningRate.Schedule> KIND = new Kind<>(
            "constant", "Constant", "The learning rate is constant.", List.of(), values -> new ConstantSchedule());

    @Override
    public double rate(double initial, double fraction) {
        return initial;
    }
}
