package scorescope.ui.model;

import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;
import scorescope.session.ScoreSpec;

/** What can be said of a sampler before it runs: why it makes no sense for the session, and which levels it goes through. */
public final class SamplerAdvice {
    private final WindowModel model;

    /** A drag along the levels asks for them at each movement. */
    private final Memo<Question, List<NoiseLevel>> levels = new Memo<>(Question::levels);

    /** All that the levels depend on. */
    private record Question(Choice method, Problem problem) {
        List<NoiseLevel> levels() {
            try {
                return SamplerCatalog.CATALOG
                        .create(method, "sampler")
                        .bind(problem)
                        .levels();
            } catch (BadInputException refusal) {
                return List.of();
            }
        }
    }

    public SamplerAdvice(WindowModel model) {
        this.model = model;
    }

    /** Why the session's score and process are not for a sampler, and what to do; empty if they are. */
    public Optional<BadInputException> refusal(Choice sampler) {
        try {
            return SamplerCatalog.CATALOG.create(sampler, "sampler").refusal(problem());
        } catch (BadInputException wrongParameters) {
            return Optional.of(wrongParameters);
        }
    }

    /** The noise levels of the steps of the session's sampler, in order; empty if it stays at one, or makes no sense. */
    public List<NoiseLevel> levels() {
        return levels.of(new Question(model.session().sampler().method(), problem()));
    }

    private Problem problem() {
        boolean learned = model.session().score() instanceof ScoreSpec.Learned;
        ScoreField score = learned ? model.learnedScore().orElse(model.exact()) : model.exact();
        return new Problem(score, model.process(), model.target());
    }
}
