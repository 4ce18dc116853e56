package scorescope.plot.study.denoising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;

class FrameCouplingTest {
    /** The column from the posterior equals that of finite differences, which use the score and the Hessian only. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 0.5", "0.3, -0.2, 1, 0.8", "-1, 0.5, 0.7, 0.7"})
    void whatThePosteriorSaysIsWhatDifferencesSay(double x, double y, double alpha, double sigma) {
        Session session = Patches.apply(SessionDefaults.opening(), new FrameCoupling(Parameters.NONE).scene());
        var exact = new MixtureScore(StudyInputs.of(session).exact().mixture());
        var level = new NoiseLevel(Double.NaN, alpha, sigma);
        var own = FrameCoupling.Coupling.exact(exact, new ProbePoint(x, y), level);
        var other = FrameCoupling.Coupling.byDifferences(exact, new ProbePoint(x, y), level);
        assertEquals(other.jacobian(), own.jacobian(), 1e-5);
        assertEquals(other.slope(), own.slope(), 1e-5);
        assertEquals(other.covariance(), own.covariance(), 1e-5);
        assertEquals(other.third().xxx(), own.third().xxx(), 1e-5);
        assertEquals(other.third().xxy(), own.third().xxy(), 1e-5);
        assertEquals(other.third().xyy(), own.third().xyy(), 1e-5);
        assertEquals(other.third().yyy(), own.third().yyy(), 1e-5);
        assertTrue(own.slope() > 0.1, "slope " + own.slope());
    }
}
