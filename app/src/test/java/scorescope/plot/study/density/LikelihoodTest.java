package scorescope.plot.study.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.DifferentiableScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Legend;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.SessionDefaults;

final class LikelihoodTest {
    private static StudyInputs inputs(String process) {
        return StudyInputs.of(SessionDefaults.opening().withProcess(Choice.of(process)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"variance-exploding", "variance-preserving", "sub-variance-preserving", "rectified-flow"})
    void alongTheFlowTheLikelihoodIsTheMixturesOwn(String process) {
        var flow = new Likelihood(Parameters.NONE).exact(inputs(process));
        double[] found = flow.sample().logLikelihood();
        for (int i = 0; i < found.length; i++) {
            assertEquals(flow.logDensity()[i], found[i], 1e-6, process);
        }
    }

    private static StudyInputs with(StudyInputs inputs, ScoreField learned) {
        return new StudyInputs(inputs.resolved(), Findings.of(Optional.of(learned)), false);
    }

    /** A score that is not a network of this program, with a Jacobian. Its flow ends in the prior, which under VP is close to the mixture. */
    @Test
    void anyLearnedScoreWithAJacobianHasALikelihood() {
        var inputs = inputs("variance-preserving");
        var flow = new Likelihood(Parameters.NONE)
                .learned(with(inputs, new DifferentiableScore(inputs.exact(), inputs.exact())))
                .orElseThrow();
        double[] found = flow.sample().logLikelihood();
        for (int i = 0; i < found.length; i++) {
            assertEquals(flow.logDensity()[i], found[i], 0.02);
        }
    }

    @Test
    void aLearnedScoreWithoutAJacobianSaysWhyItHasNoLikelihood() {
        var inputs = inputs("variance-preserving");
        var bare = with(
                inputs, (x, y, from, to, level, outX, outY) -> inputs.exact().score(x, y, from, to, level, outX, outY));
        var study = new Likelihood(Parameters.NONE);
        assertTrue(study.learned(bare).isEmpty());
        var words = study.at(bare, 0).notes().stream().map(Legend.Entry::text).toList();
        assertTrue(words.stream().anyMatch(word -> word.contains("no Jacobian")), words.toString());
    }

    /** Two standard errors contain about 95 % of the estimates. */
    @ParameterizedTest
    @CsvSource({"rademacher, 64", "gaussian, 64"})
    void theErrorBarsOfHutchinsonHoldTheExactNumber(String law, long probes) {
        var study = new Likelihood(Parameters.NONE
                .with(Likelihood.LAW, law)
                .with(Likelihood.PROBES, probes)
                .with(Likelihood.POINTS, 300L));
        var inputs = inputs("variance-exploding");
        var flow = study.exact(inputs);
        var estimate = study.hutchinson(flow.sample(), (int) probes, inputs);
        int covered = 0;
        for (int i = 0; i < 300; i++) {
            double off = Math.abs(estimate.logLikelihood()[i] - flow.sample().logLikelihood()[i]);
            covered += off <= 2 * estimate.standardError()[i] + 1e-9 ? 1 : 0;
        }
        assertTrue(covered > 0.89 * 300 && covered < 300, law + " holds " + covered);
    }
}
