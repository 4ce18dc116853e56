package scorescope.plot.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.plot.guide.Numbers;

class ProcessClockTest {
    static List<String> processes() {
        return ProcessCatalog.CATALOG.ids();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void fromTheTimeAsWrittenFollowsTheLevelAsWritten(String id) {
        var process = ProcessCatalog.CATALOG.create(Choice.of(id), "");
        var clock = new ProcessClock(process);
        for (int i = 1; i < 100; i++) {
            double t = clock.time(i / 100.0 + 0.00371);
            if (t > process.tMax()) {
                continue;
            }
            double written =
                    new BigDecimal(t).round(new MathContext(clock.digits(t))).doubleValue();
            assertEquals(
                    Numbers.significant(process.at(t).sigma(), 3),
                    Numbers.significant(process.at(written).sigma(), 3),
                    id + " at " + t);
            assertEquals(
                    Numbers.significant(process.at(t).alpha(), 3),
                    Numbers.significant(process.at(written).alpha(), 3),
                    id + " at " + t);
        }
    }
}
