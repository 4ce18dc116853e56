package scorescope.cli;

import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.io.Csv;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameter;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.Probes;
import scorescope.core.sampling.flow.DormandPrince.Status;
import scorescope.core.sampling.flow.Encoding;
import scorescope.core.sampling.flow.FlowLikelihood;
import scorescope.core.score.ScoreField;
import scorescope.session.NoiseSpec;
import scorescope.session.source.Resolved;
import scorescope.words.Words;

/** The inputs of {@code eval}: a score, points, a level. Values that several quantities need are computed once. */
final class Evaluation {
    static final Parameter.Whole PROBES =
            new Parameter.Whole("probes", "K", 10, 1, 100_000, Words.constant("help.cli.evaluation.probes"));
    static final Parameter.OneOf<Probes.Law> LAW =
            Parameter.OneOf.of("probeLaw", "v", Probes.Law.RADEMACHER, Words.constant("help.cli.evaluation.probe-law"));

    static final Parameter.Real TOLERANCE = new Parameter.Real(
            "tolerance",
            "",
            "",
            FlowLikelihood.FINE,
            1e-13,
            0.1,
            true,
            Words.constant("help.cli.evaluation.tolerance"));

    private final Resolved resolved;
    private final ScoreField score;
    private final Csv.Points at;
    private final Probes probes;
    private final NoiseSource noise;
    private final Optional<Double> tolerance;
    private Optional<Encoding> encoding = Optional.empty();

    /**
     * @param tolerance of likelihoods; empty for the default of the score
     */
    Evaluation(
            Resolved resolved,
            ScoreField score,
            Csv.Points at,
            Probes probes,
            NoiseSource noise,
            Optional<Double> tolerance) {
        this.resolved = resolved;
        this.score = score;
        this.at = at;
        this.probes = probes;
        this.noise = noise;
        this.tolerance = tolerance;
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

    /** @throws BadInputException if the session names none */
    Guidance guidance() {
        return resolved.session()
                .conditioning()
                .guidance()
                .orElseThrow(() -> new BadInputException(
                        "guidance",
                        Words.text("cli.evaluation.no-guidance"),
                        Words.text("cli.evaluation.set-guidance")));
    }

    /** @throws BadInputException if the session names none */
    Measurement measurement() {
        return resolved.session()
                .conditioning()
                .measurement()
                .orElseThrow(() -> new BadInputException(
                        "measurement",
                        Words.text("cli.evaluation.no-measurement"),
                        Words.text("cli.evaluation.set-measurement")));
    }

    /** The level at which the flow begins: the session's noise.t, or the start of the process. */
    NoiseLevel flowLevel() {
        return resolved.process()
                .at(
                        resolved.session().noise() instanceof NoiseSpec.Time time
                                ? time.t()
                                : resolved.process().tMin());
    }

    /** The points encoded from {@link #flowLevel} to the process's end; NaN for points that did not arrive. */
    Encoding encoding() {
        if (encoding.isEmpty()) {
            encoding = Optional.of(flow().encode(at.x(), at.y(), flowLevel().t()));
        }
        return encoding.get();
    }

    /** The message if points did not reach the end of the flow. */
    Optional<String> failure() {
        return encoding.filter(result -> result.failures() > 0)
                .map(result -> Words.text(
                        "cli.evaluation.points-were-not-followed-to", result.failures(), count(), advice(result)));
    }

    /**
     * The advice for points that did not arrive; the likeliest reason is a tolerance below the accuracy of the score.
     */
    private String advice(Encoding result) {
        double standard = standardFlow().tolerance();
        double used = flow().tolerance();
        double looser = used < standard ? standard : 1000 * used;
        return result.outcome().status() == Status.STEP_LIMIT && looser <= TOLERANCE.max()
                ? Words.text("cli.evaluation.try-tolerance", (float) looser)
                : Words.text("cli.evaluation.look-score-there-quantity-score");
    }

    private FlowLikelihood flow() {
        return tolerance.map(standardFlow()::withTolerance).orElse(standardFlow());
    }

    private FlowLikelihood standardFlow() {
        return FlowLikelihood.along(score, resolved.process())
                .orElseThrow(() -> new BadInputException(
                        "--quantity",
                        Words.text("cli.evaluation.likelihood-needs-score-jacobian-which"),
                        Words.text("cli.evaluation.choose-score-denoised-noise-velocity")));
    }
}
