package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void aPageTooLowForThePanelsSaysHowHighItMustBe() throws IOException {
        var session = set(recipe("six-panels"), "figure.width=85mm", "figure.columns=1", "figure.height=60mm");
        var complaint = assertThrows(BadInputException.class, () -> drawn(session));
        assertEquals("figure.height", complaint.place());
        var least = complaint.getMessage().replaceAll("(?s).*at least ([0-9.]+mm).*", "$1");
        var figure = drawn(set(session, "figure.height=" + least));
        assertEquals(Double.parseDouble(least.replace("mm", "")) * MILLIMETRE, figure.height(), 0.5);
    }
}
