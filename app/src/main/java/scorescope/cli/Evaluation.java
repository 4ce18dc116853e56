package scorescope.cli;

import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.Csv;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.Probes;
import scorescope.core.sampling.flow.DormandPrince.Status;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.core.sampling.flow.FlowLikelihood.Encoding;
import scorescope.core.score.ScoreField;
import scorescope.session.NoiseSpec;
import scorescope.session.source.Resolved;
import scorescope.words.Words;

/** What {@code eval} is asked about: a score, points, a level. What several quantities need is computed once. */
final class Evaluation {
    static final Parameter.Whole PROBES =
            new Parameter.Whole("probes", "K", 10, 1, 100_000, Words.constant("help.cli.evaluation.probes"));
    static final Parameter.OneOf<Probes.Law> LAW =
            Parameter.OneOf.of("probeLaw", "v", Probes.Law.RADEMACHER, Words.constant("help.cli.evaluation.probe-law"));

    private final Resolved resolved;
    private final ScoreField score;
    private final Csv.Points at;
    private final Probes probes;
    private final NoiseSource noise;
    private Optional<Encoding> encoding = Optional.empty();

    Evaluation(Resolved resolved, ScoreField score, Csv.Points at, Probes probes, NoiseSource noise) {
        this.resolved = resolved;
        this.score = score;
        this.at = at;
        this.probes = probes;
        this.noise = noise;
    }

    ScoreField score() {
        return score;
    }

    NoiseLevel level() {
        return resolved.level();
    }

    double[] x() {
        return at.x();
    }

    double[] y() {
        return at.y();
    }

    int count() {
        return at.count();
    }

    Probes probes() {
        return probes;
    }

    NoiseSource noise() {
        return noise;
    }

    /**
     * The points encoded from the session's noise.t, or the process's own start, to its end.
     *
     * @throws FailedWork if the integration did not get there
     */
    Encoding encoding() {
        if (encoding.isEmpty()) {
            double from = resolved.session().noise() instanceof NoiseSpec.Time time
                    ? time.t()
                    : resolved.process().tMin();
            var result = flow().encode(at.x(), at.y(), from);
            if (result.outcome().status() != Status.DONE) {
                throw new FailedWork(Words.text(
                        "cli.evaluation.flow-ode-was-not-followed",
                        result.outcome().advice()));
            }
            encoding = Optional.of(result);
        }
        return encoding.get();
    }

    private FlowLikelihood flow() {
        return FlowLikelihood.along(score, resolved.process())
                .orElseThrow(() -> new BadInputException(
                        "--quantity",
                        Words.text("cli.evaluation.likelihood-needs-score-jacobian-which"),
                        Words.text("cli.evaluation.choose-score-denoised-noise-velocity")));
    }
}
