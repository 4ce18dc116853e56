package scorescope.plot.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.parameter.Choice;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.SessionDefaults;
import scorescope.words.Sentence;

final class StudyClockTest {
    static List<String> studies() {
        return StudyCatalog.CATALOG.ids();
    }

    @Test
    void saysLessAndLess() {
        var clock = new StudyClock(1, 10, moment -> Sentence.of("study.process-clock.level", "0.6", "1", 10 * moment));
        assertEquals(List.of("t = 0.6 · α = 1 · σ = 3.0", "t = 0.6 · α = 1", "t = 0.6"), clock.readOuts(0.3));
    }

    /** The read-out fits beside the buttons of a window 1024 pixels wide. */
    @ParameterizedTest
    @MethodSource("studies")
    void everyStudysClockCanSayWhereItStandsInFewWords(String name) {
        var inputs = StudyInputs.of(SessionDefaults.opening());
        StudyCatalog.create(Choice.of(name)).clock(inputs).ifPresent(clock -> {
            var shortest = clock.readOuts(0.6).getLast();
            assertTrue(shortest.length() <= 20 && !shortest.isBlank(), shortest);
        });
    }
}
