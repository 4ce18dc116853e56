package scorescope.plot.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Range;

class TicksTest {
    private static List<String> labels(double low, double high, int most) {
        return Ticks.between(low, high, most).marks().stream()
                .map(Ticks.Tick::label)
                .toList();
    }

    @Test
    void numbersAreRoundAndMinusIsTrue() {
        assertEquals(List.of("−4", "−2", "0", "2", "4"), labels(-5, 5, 5));
        assertEquals(List.of("−4", "0", "4"), labels(-5, 5, 3));
        assertEquals(List.of("0", "0.1", "0.2", "0.3"), labels(0, 0.35, 4));
        assertEquals(List.of("0", "2×10⁻⁵", "4×10⁻⁵"), labels(0, 5e-5, 3));
    }

    @Test
    void theNumbersOfOneAxisAreWrittenInOneWay() {
        assertEquals(List.of("0", "0.0005", "0.001", "0.0015", "0.002"), labels(0, 0.0023, 5));
        assertEquals(List.of("0", "5×10⁵", "10⁶", "1.5×10⁶"), labels(0, 1.6e6, 4));
        var random = new Random(7);
        for (int trial = 0; trial < 2000; trial++) {
            double high = Math.pow(10, random.nextDouble() * 16 - 8);
            var numbers = labels(-random.nextDouble() * high, high, 2 + random.nextInt(8)).stream()
                    .filter(label -> !label.equals("0"))
                    .toList();
            long powers = numbers.stream()
                    .filter(label -> label.matches(".*10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+"))
                    .count();
            assertTrue(powers == 0 || powers == numbers.size(), numbers::toString);
        }
    }

    @Test
    void whatIsCountedHasNoHalves() {
        var numbers = ChartAxis.counted("component", 0.5, 3.85).ticks(7).marks();
        assertEquals(
                List.of("1", "2", "3"), numbers.stream().map(Ticks.Tick::label).toList());
    }

    @Test
    void everyRangeGetsAtLeastOneNumberInsideAndNeverTooMany() {
        var random = new Random(5);
        for (int trial = 0; trial < 2000; trial++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            double high = low + Math.pow(10, random.nextDouble() * 8 - 4);
            int most = 2 + random.nextInt(8);
            var marks = Ticks.between(low, high, most).marks();
            assertTrue(marks.size() <= most, low + " " + high);
            for (var mark : marks) {
                double slack = 1e-8 * (high - low);
                assertTrue(mark.value() >= low - slack && mark.value() <= high + slack, low + " " + high);
            }
        }
    }

    @Test
    void aChartTellsItsScaleHoweverLowItIs() {
        assertEquals(
                List.of("−0.5", "0", "0.5"),
                ChartAxis.linear("", -0.95, 0.97).ticks(2).marks().stream()
                        .map(Ticks.Tick::label)
                        .toList());
        var random = new Random(6);
        for (int trial = 0; trial < 2000; trial++) {
            double low = random.nextGaussian();
            double high = low + Math.pow(10, random.nextDouble() * 8 - 4);
            int count = ChartAxis.linear("", low, high).ticks(2).marks().size();
            assertTrue(count >= 2 && count <= 4, count + " numbers from " + low + " to " + high);
        }
    }

    @Test
    void nothingIsMarkedOnAnEmptyRange() {
        assertEquals(List.of(), labels(1, 1, 5));
        assertEquals(List.of(), labels(0, Double.POSITIVE_INFINITY, 5));
    }

    @Test
    void significantDigits() {
        assertEquals("0.5", Numbers.significant(0.5, 3));
        assertEquals("0.123", Numbers.significant(0.12345, 3));
        assertEquals("−12.3", Numbers.significant(-12.345, 3));
        assertEquals("10⁻⁴", Ticks.label(new BigDecimal("0.0001")));
    }

    @Test
    void formulasSplitAtSubscripts() {
        var runs = Formula.parse("∇ log p_{σ}(x)").runs();
        assertEquals(3, runs.size());
        assertEquals(new Formula.Run("σ", Formula.Place.SUBSCRIPT), runs.get(1));
        assertEquals("∇ log pσ(x)", Formula.parse("∇ log p_{σ}(x)").plain());
        assertEquals("a_b{", Formula.parse("a_b{").plain());
    }

    @Test
    void aLogScaleBetweenTwoPowersOfTenNamesNumbersThatLieApart() {
        var axis = ChartAxis.log("", 0.12, 2.9);
        assertEquals(List.of("0.2", "2"), labels(axis, 2));
        assertEquals(List.of("0.2", "0.5", "1", "2"), labels(axis, 4));
        assertEquals(2, labels(ChartAxis.log("", 0.21, 0.44), 2).size());
    }

    @Test
    void aLowLogScaleNamesOneWhereRatiosGrow() {
        assertEquals(List.of("1", "1000"), labels(ChartAxis.log("", 1e-3, 1e3), 2));
        assertEquals(List.of("0.001", "1"), labels(ChartAxis.log("", 1e-4, 10), 2));
        assertEquals(List.of("10", "1000"), labels(ChartAxis.log("", 5, 2000), 2));
    }

    /** So that the lowest value can be read. */
    @Test
    void aLogAxisGoesOnToAPowerOfTenThatIsNear() {
        var axis = ChartAxis.logAround("", new Range(0.13, 90), 1e-5, 1e8);
        assertEquals(0.1, axis.low(), 1e-12);
        assertEquals(112.5, axis.high(), 1e-9);
        var random = new Random(8);
        for (int trial = 0; trial < 2000; trial++) {
            double low = Math.pow(10, random.nextDouble() * 10 - 5);
            double high = low * Math.pow(10, random.nextDouble() * 6);
            var around = ChartAxis.logAround("", new Range(low, high), 1e-9, 1e12);
            assertTrue(around.low() < low && around.high() > high, low + " " + high + " " + around);
            double longer = Math.log10(around.high() / around.low()) / Math.log10(Math.max(2, 1.5625 * high / low));
            assertTrue(longer < 1.51, low + " " + high + " " + around);
        }
    }

    private static List<String> labels(ChartAxis axis, int most) {
        return axis.ticks(most).marks().stream().map(Ticks.Tick::label).toList();
    }
}
