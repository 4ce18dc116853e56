package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.BadInputException;
import scorescope.plot.export.NamedSession;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.Panel;
import scorescope.plot.paint.TextBoxes;
import scorescope.plot.scene.Findings;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;

/** The height of a printed page, {@code figure.height}. */
final class FigureHeightTest {
    private static final double MILLIMETRE = 72 / 25.4;

    private static Session set(Session session, String... settings) {
        var changed = session;
        for (var setting : settings) {
            changed = Patches.apply(changed, Patches.setting(changed, setting));
        }
        return changed;
    }

    private static Session recipe(String name) throws IOException {
        return NamedSession.read(name, List.of(), InputStream.nullInputStream());
    }

    private static Figure drawn(Session session) {
        return Pictures.of(session, Findings.NONE);
    }

    private static double lowest(Figure figure) {
        return figure.panels().stream()
                .map(Panel::place)
                .mapToDouble(place -> place.top() + place.height())
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"six-panels, 183mm, 80mm", "six-panels, 85mm, 200mm", "process-variances, 85mm, 95mm"})
    void thePageIsAsHighAsAskedAndHoldsAllPanels(String name, String width, String height) throws IOException {
        var figure = drawn(set(recipe(name), "figure.width=" + width, "figure.height=" + height));
        double wanted = Double.parseDouble(height.replace("mm", "")) * MILLIMETRE;
        assertEquals(wanted, figure.height(), 0.5);
        assertTrue(lowest(figure) < wanted);
    }

    @Test
    void planesShrinkToALowPageAndGrowNoLessThanTheyNeedOnAHighOne() {
        var opening = SessionDefaults.opening();
        double free = drawn(opening).panels().getFirst().place().height();
        var low = drawn(set(opening, "figure.height=50mm"));
        assertTrue(low.panels().getFirst().place().height() < 0.8 * free);
        assertEquals(50 * MILLIMETRE, low.height(), 0.5);
        var high = drawn(set(opening, "figure.height=150mm"));
        assertTrue(high.panels().getFirst().place().height() >= free - 0.5);
        assertEquals(150 * MILLIMETRE, high.height(), 0.5);
    }

    @Test
    void planesNarrowerThanTheirPlacesStandInTheMiddleUnderTheirWholeTitles() throws IOException {
        var wide = set(recipe("six-panels"), "figure.width=260mm");
        var free = drawn(wide).panels();
        var low = drawn(set(wide, "figure.height=85mm"));
        for (int line = 0; line < 2; line++) {
            double left = low.panels().get(3 * line).place().left()
                    - free.get(3 * line).place().left();
            double right = free.get(3 * line + 2).place().right()
                    - low.panels().get(3 * line + 2).captionRight();
            assertTrue(left > 30, left + " points moved");
            assertEquals(left, right, 3);
        }
        assertEquals(List.of(), TextBoxes.faults(low, low.height()));
        var legend = String.join("; ", low.legend().words());
        assertFalse(legend.contains("Langevin after"), legend);
    }

    /** Four or five columns leave an uneven last line, which is never chosen. */
    @ParameterizedTest
    @CsvSource({"170mm, 95mm", "170mm, 72mm", "120mm, 130mm"})
    void theColumnsMakeThePlotsOfAPageLargest(String width, String height) throws IOException {
        var session = set(recipe("six-panels"), "figure.width=" + width, "figure.height=" + height);
        double chosen = lowestPlot(drawn(set(session, "figure.columns=null")));
        for (int columns : List.of(1, 2, 3, 6)) {
            var other = set(session, "figure.columns=" + columns);
            try {
                double plot = lowestPlot(drawn(other));
                assertTrue(chosen > 0.97 * plot, columns + " columns make plots " + plot + " high, not " + chosen);
            } catch (BadInputException tooLow) {
                assertEquals("figure.height", tooLow.place());
            }
        }
    }

    private static double lowestPlot(Figure figure) {
        return figure.panels().stream()
                .mapToDouble(panel -> panel.place().height())
                .min()
                .orElseThrow();
    }

    @Test
    void aPageTooLowForThePanelsSaysHowHighItMustBe() throws IOException {
        var session = set(recipe("six-panels"), "figure.width=85mm", "figure.columns=1", "figure.height=60mm");
        var complaint = assertThrows(BadInputException.class, () -> drawn(session));
        assertEquals("figure.height", complaint.place());
        var least = complaint.getMessage().replaceAll("(?s).*at least ([0-9.]+mm).*", "$1");
        var figure = drawn(set(session, "figure.height=" + least));
        assertEquals(Double.parseDouble(least.replace("mm", "")) * MILLIMETRE, figure.height(), 0.5);
    }

    @Test
    void wordsWithoutRoomAreListedOnceForAllTheirPanels() throws IOException {
        var words =
                drawn(set(recipe("noise-levels"), "figure.width=85mm")).legend().words();
        assertEquals(
                1, words.stream().filter(text -> text.endsWith(": Density")).count(), words.toString());
        assertTrue(words.contains("a, b, c, d, e, f, g, h: Density"), words.toString());
    }
}
