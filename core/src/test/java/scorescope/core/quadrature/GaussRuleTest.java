package scorescope.core.quadrature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussRuleTest {
    /** ∫₀¹ x^d = 1/(d + 1), up to degree 2n − 1; one degree higher the rule with n nodes is no longer exact. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 16})
    void onTheUnitIntervalPolynomialsUpToTwiceTheNodesAreExact(int n) {
        var rule = GaussRule.ofUnitInterval(n);
        for (int degree = 0; degree < 2 * n; degree++) {
            assertEquals(1.0 / (degree + 1), moment(rule, degree), 1e-13, n + " nodes, degree " + degree);
        }
        if (n < 8) {
            assertTrue(Math.abs(1.0 / (2 * n + 1) - moment(rule, 2 * n)) > 1e-13);
        }
    }

    /** E Z^d = (d − 1)!! for even d and 0 for odd d. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12})
    void underTheNormalLawPolynomialsUpToTwiceTheNodesAreExact(int n) {
        var rule = GaussRule.ofStandardNormal(n);
        double even = 1;
        for (int degree = 0; degree < 2 * n; degree++) {
            even *= degree > 0 && degree % 2 == 0 ? degree - 1 : 1;
            assertEquals(
                    degree % 2 == 0 ? even : 0, moment(rule, degree), 1e-11 * even, n + " nodes, degree " + degree);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void nodesRise(int n) {
        for (var rule : new GaussRule[] {GaussRule.ofStandardNormal(n), GaussRule.ofUnitInterval(n)}) {
            assertEquals(n, rule.nodes().length);
            for (int i = 1; i < n; i++) {
                assertTrue(rule.nodes()[i] > rule.nodes()[i - 1]);
            }
        }
    }

    private static double moment(GaussRule rule, int degree) {
        double sum = 0;
        for (int i = 0; i < rule.nodes().length; i++) {
            sum += rule.weights()[i] * Math.pow(rule.nodes()[i], degree);
        }
        return sum;
    }
}
