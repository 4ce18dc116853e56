package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores.Work;

/**
 * The longest step size of the session's sampler that is stable on the exact density at the session's noise level.
 * Computed in the background, and again only if the sampler's kind, the density, the process or the level has changed.
 */
public final class StableStep {
    private final WindowModel model;
    private final Background background;
    private final ReadOnlyObjectWrapper<OptionalDouble> longest = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private Optional<Question> answered = Optional.empty();
    private boolean busy;

    /** Everything that the bound depends on. */
    private record Question(String sampler, Problem problem) {
        OptionalDouble answer() {
            try {
                return SamplerCatalog.CATALOG
                        .create(Choice.of(sampler), "sampler")
                        .longestStep(problem);
            } catch (BadInputException noSense) {
                return OptionalDouble.empty();
            }
        }
    }

    public StableStep(WindowModel model, Background background) {
        this.model = model;
        this.background = background;
        model.sessionProperty().subscribe(_ -> ask());
    }

    /** The bound; empty while it is not known, or if the sampler has no such bound. */
    public ReadOnlyObjectProperty<OptionalDouble> longestProperty() {
        return longest.getReadOnlyProperty();
    }

    private void ask() {
        var question = new Question(
                model.session().sampler().method().kind(), new Problem(model.exact(), model.process(), model.target()));
        if (busy || answered.equals(Optional.of(question))) {
            return;
        }
        busy = true;
        background.once(Work.MEASURES, question::answer, found -> {
            busy = false;
            answered = Optional.of(question);
            longest.set(found);
            // Inputs may have changed meanwhile.
            ask();
        });
    }
}
