package scorescope.plot.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An estimate is written with its correct digits only. */
final class UncertainTest {
    @ParameterizedTest
    @CsvSource({
        "2.6583, 0.0671, 2.66 ± 0.07",
        "102.3, 3.7, 102 ± 4",
        "102.3, 37, 100 ± 40",
        "0.0091, 0.081, 0.01 ± 0.09",
        "-1.4321, 0.0612, −1.43 ± 0.07",
        "2.4777, 0.0962, 2.5 ± 0.1",
        "-0.004, 0.05, 0.00 ± 0.05",
        "3.14159, 0.0204, 3.14 ± 0.03",
        "3.14159, 0, 3.14"
    })
    void writesAsManyDigitsAsItsErrorLeaves(double value, double error, String text) {
        assertEquals(text, new Uncertain(value, error).text());
    }
}
