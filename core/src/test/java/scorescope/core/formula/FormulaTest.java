package scorescope.core.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

class FormulaTest {
    /** Values at t = 0.3, computed by hand and by another program. */
    @ParameterizedTest
    @CsvSource({
        "10 - 20*t, 4",
        "-t^2, -0.09",
        "2^3^t, 2.6214938663659297",
        "2^-1, 0.5",
        "8/4/2, 1",
        "5 - 3 - 1, 1",
        "1 - -t, 1.3",
        "2e1·t − 1, 5",
        "t**2, 0.09",
        "1e-3*t, 0.0003",
        "exp(-t) + log(t) - sqrt(t), -1.0108771411493844",
        "tanh(sin(t)*cos(t))/tan(pi*t), 0.19983702929519",
        "(1 + t)*(2 - (t - 1)), 3.51",
        "'.5*t', 0.15"
    })
    void valuesFollowThePrecedenceOfPython(String text, double expected) {
        assertEquals(expected, Formula.parse(text, "f").at(0.3).value(), 1e-14 * Math.max(1, Math.abs(expected)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 - 20*t",
                "exp(-t)/(1 + t^2)",
                "log(t + 0.5)*sqrt(t)",
                "t^t",
                "2^t",
                "(t - 2)^3",
                "sin(t)*cos(2*t) - tan(t)",
                "tanh(3*t)/t",
                "-(-t)^2"
            })
    void slopesAreTheLimitsOfDifferences(String text) {
        var formula = Formula.parse(text, "f");
        for (double t : new double[] {0.1, 0.45, 0.9}) {
            double h = 1e-3;
            double slope = (8 * (formula.at(t + h).value() - formula.at(t - h).value())
                            - (formula.at(t + 2 * h).value()
                                    - formula.at(t - 2 * h).value()))
                    / (12 * h);
            assertEquals(slope, formula.at(t).slope(), 1e-7 * Math.max(1, Math.abs(slope)), text + " at " + t);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty, 10 - 20*t",
        "10 -, column 5, write a number",
        "10 20, column 4, 20*t",
        "(1 - t, column 7, write )",
        "1.2.3, column 1, 0.5",
        "10 - lgo(t), column 6, log",
        "log t, column 1, log(t)",
        "System.exit(0), column 1, exp",
        "x, column 1, use",
        "t ; t, column 3, write"
    })
    void whatCannotBeReadIsSaidWithItsColumnAndARemedy(String text, String place, String remedy) {
        var complaint = assertThrows(BadInputException.class, () -> Formula.parse(text, "process.logSnr"));
        assertTrue(complaint.getMessage().startsWith("process.logSnr"), complaint.getMessage());
        assertTrue(complaint.getMessage().contains(place), complaint.getMessage());
        assertTrue(complaint.remedy().contains(remedy), complaint.getMessage());
    }

    @Test
    void aLongTextIsRefusedAndADeepOneIsRead() {
        assertEquals(
                1,
                Formula.parse("(".repeat(99) + "1" + ")".repeat(99), "f").at(0).value());
        assertThrows(BadInputException.class, () -> Formula.parse("(".repeat(100_000), "f"));
    }
}
