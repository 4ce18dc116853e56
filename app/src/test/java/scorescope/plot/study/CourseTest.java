package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.parameter.Kind;

final class CourseTest {
    @Test
    void everyStudyStandsInTheCourseOnceWithAQuestionOfItsOwn() {
        var ids = Course.studies().stream().map(Kind::id).toList();
        assertEquals(Set.copyOf(StudyCatalog.CATALOG.ids()), Set.copyOf(ids));
        assertEquals(StudyCatalog.CATALOG.ids().size(), ids.size());
        var questions = Course.studies().stream().map(Course::question).collect(Collectors.toSet());
        assertEquals(ids.size(), questions.size());
        assertEquals(List.of(), questions.stream().filter(q -> !q.endsWith("?")).toList());
    }

    @Test
    void theCourseIsWalkedFromEndToEnd() {
        var first = Course.studies().getFirst();
        assertEquals(Optional.empty(), Course.from(first.id(), -1));
        var last = first;
        int seen = 1;
        for (var next = Course.from(first.id(), 1); next.isPresent(); next = Course.from(last.id(), 1)) {
            last = next.get();
            seen++;
        }
        assertEquals(Course.studies().size(), seen);
        var place = Course.place("processes");
        assertEquals(3, place.number());
        assertEquals(6, place.part().studies().size());
    }

    @ParameterizedTest
    @CsvSource({
        "temperature,fokker-planck",
        "mode collapse,kl-fits",
        "√2,fokker-planck",
        "ddpm,chains",
        "BLURRY,regression-to-the-mean"
    })
    void aStudyIsFoundByOtherWordsForItsSubject(String typed, String study) {
        var found = Course.studies().stream()
                .filter(kind -> Course.matches(kind, typed))
                .map(Kind::id)
                .toList();
        assertTrue(found.contains(study), found::toString);
        assertTrue(found.size() < Course.studies().size() / 2, found::toString);
    }
}
