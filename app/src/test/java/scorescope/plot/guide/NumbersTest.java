package scorescope.plot.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static double read(String written) {
        String plain = written.replace('−', '-')
                .replaceFirst("^(-?)10(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻])", "$11e")
                .replace("×10", "e");
        for (int digit = 0; digit < 10; digit++) {
            plain = plain.replace("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit), (char) ('0' + digit));
        }
        return Double.parseDouble(plain.replace('⁻', '-'));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.000",
        "1, 1.000",
        "-2.23606, −2.236",
        "0.1, 0.100",
        "0.05, 0.05",
        "0.0012345, 0.00123",
        "-0.00000012345, −1.23×10⁻⁷",
        "448250.5, 448250.500",
        "5411200.25, 5411200.25",
        "123456789012, 1.23456789×10¹¹",
        "NaN, NaN",
        "-Infinity, −Infinity"
    })
    void aReadOutHasThreeDecimalsOrSignificantDigits(double value, String written) {
        assertEquals(written, Numbers.readOut(value, 3));
    }

    /** Written coordinates resolve a pixel at any scale and distance from 0. */
    @Test
    void writtenCoordinatesTellPixelsApart() {
        var random = new Random(5);
        for (int trial = 0; trial < 20_000; trial++) {
            double extent = Math.pow(10, 24 * random.nextDouble() - 12);
            double middle = random.nextBoolean() ? 0 : extent * Math.pow(10, 9 * random.nextDouble() - 1);
            double value = middle + extent * (random.nextDouble() - 0.5);
            double pixel = extent / 1000;
            for (String written : new String[] {Numbers.pointed(value, extent), Numbers.coordinate(value, extent)}) {
                assertEquals(value, read(written), pixel / 2 + Math.ulp(value), written);
            }
            String large = Numbers.coordinate(value, 1e3 * extent);
            assertTrue(Math.abs(read(large) - value) <= 5e-3 * Math.abs(value), large);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-5, 10, −5",
        "0.5, 10, 0.5",
        "448250.5, 20, 448250.5",
        "2, 1e6, 2",
        "1e-20, 10, 0",
        "5e-10, 1e-9, 5×10⁻¹⁰",
        "1e12, 10, 1000000000000"
    })
    void aCoordinateHasNoNeedlessZeros(double value, double extent, String written) {
        assertEquals(written, Numbers.coordinate(value, extent));
    }
}
