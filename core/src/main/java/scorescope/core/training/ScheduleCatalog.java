package scorescope.core.training;

import java.util.List;
import scorescope.core.parameter.Catalog;

/** All schedules of the learning rate; a new one is a file and a line here. */
public final class ScheduleCatalog {
    public static final Catalog<LearningRate.Schedule> CATALOG =
            new Catalog<>("schedule", List.of(ConstantSchedule.KIND, CosineSchedule.KIND));

    private ScheduleCatalog() {}
}
