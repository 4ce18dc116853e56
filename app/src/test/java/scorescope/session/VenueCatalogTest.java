package scorescope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.plot.paint.Length;
import scorescope.session.codec.SessionJson;

/** The venues of the asset file: every line is valid for a figure. */
final class VenueCatalogTest {
    static List<Venue> venues() {
        return VenueCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void aVenueHasAWidthATypeAndAPageThatHoldsTheFigure(Venue venue) {
        double width = Length.points(venue.width(), venue.id());
        double page = Length.points(venue.page(), venue.id());
        assertTrue(width <= page + 0.01, venue::toString);
        assertTrue(venue.columns() == 1 || venue.columns() == 2, venue::toString);
        double column = page / venue.columns();
        assertTrue(width <= column + 0.01 || Math.abs(width - page) < 0.01, venue::toString);
        assertTrue(venue.type() <= venue.body(), venue::toString);
        assertTrue(
                venue.type() >= SessionParameters.TYPE.min() && venue.type() <= SessionParameters.TYPE.max(),
                venue::toString);
        assertTrue(venue.id().matches("[a-z0-9-]+"), venue::toString);
        assertFalse(venue.title().isBlank());
    }

    @Test
    void idsAndTitlesAreDifferent() {
        var ids = new HashSet<String>();
        var titles = new HashSet<String>();
        venues().forEach(venue -> {
            assertTrue(ids.add(venue.id()), venue::id);
            assertTrue(titles.add(venue.title()), venue::title);
        });
    }

    /** ICML's instructions: columns of 3.25 inches. */
    @Test
    void choosingTheColumnOfIcmlSetsItsWidthAndType() {
        var session = SessionJson.read(
                "{\"scorescope\": 1, \"figure\": {\"width\": \"icml-column\"}}",
                Path.of("").toAbsolutePath(),
                "here",
                List.of());
        assertEquals("3.25in", session.figure().length());
        assertEquals(8, session.figure().type());
        assertEquals("89mm", session.figure().withWidth("nature-column").length());
        assertEquals(7, session.figure().withWidth("nature-column").type());
    }

    @Test
    void lettersGoOnAfterTheLastOfTheAlphabet() {
        assertEquals("a", Letters.PLAIN.of(0).orElseThrow());
        assertEquals("(z)", Letters.BRACKETED.of(25).orElseThrow());
        assertEquals("AA", Letters.CAPITAL.of(26).orElseThrow());
        assertEquals("az", Letters.PLAIN.of(51).orElseThrow());
        assertEquals("ba", Letters.PLAIN.of(52).orElseThrow());
        assertTrue(Letters.NONE.of(0).isEmpty());
    }
}
