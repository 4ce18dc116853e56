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

/**
 * What is known about a sampler before it runs: why it cannot be used for the session, and which noise levels it passes
 * through.
 */
public final class SamplerAdvice {
    private final WindowModel model;

    /** Cached, since a drag along the noise bar requests the levels at each movement. */
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

    /** Why a sampler cannot be used with the session's score and process, with the remedy; empty if it can. */
    public Optional<BadInputException> refusal(Choice sampler) {
        try {
            return SamplerCatalog.CATALOG.create(sampler, "sampler").refusal(problem());
        } catch (BadInputException wrongParameters) {
            return Optional.of(wrongParameters);
        }
    }

    /**
     * The noise levels of the steps of the session's sampler, in order; empty if it stays at one level, or cannot be
     * used.
     */
    public List<NoiseLevel> levels() {
        return levels.of(new Question(model.session().sampler().method(), problem()));
    }

    private Problem problem() {
        boolean learned = model.session().score() instanceof ScoreSpec.Learned;
        ScoreField score = learned ? model.learnedScore().orElse(model.exact()) : model.exact();
        return new Problem(score, model.process(), model.target());
    }
}
