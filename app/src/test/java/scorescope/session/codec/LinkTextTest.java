package scorescope.session.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.BadInputException;
import scorescope.core.density.DensityCatalog;
import scorescope.core.parameter.Parameters;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Carried;
import scorescope.session.DensitySpec;
import scorescope.session.RandomSessions;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.source.RecipeCatalog;

class LinkTextTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @TempDir
    private Path folder;

    @Test
    void randomSessionsComeBackWhole() {
        int fitting = 0;
        for (long seed = 0; seed < 300; seed++) {
            var json = SessionJson.toLine(RandomSessions.session(seed, folder), folder);
            try {
                assertEquals(json, LinkText.json(LinkText.of(json)), "seed " + seed);
                fitting++;
            } catch (BadInputException tooLong) {
                assertTrue(tooLong.problem().contains("at most 2000"), () -> tooLong.getMessage());
            }
        }
        assertTrue(fitting > 150, "only " + fitting + " sessions fit");
    }

    @Test
    void everyPresetStudyAndRecipeHasALink() {
        var opening = SessionDefaults.opening();
        for (var preset : DensityCatalog.CATALOG.ids()) {
            assertShort(opening.withDensity(new DensitySpec.Preset(preset)), 100);
        }
        for (var study : StudyCatalog.CATALOG.ids()) {
            var view = opening.view();
            assertShort(opening.withView(view.withStudy(view.study().showing(Optional.of(study)))), 100);
        }
        for (var recipe : RecipeCatalog.CATALOG.kinds()) {
            var session =
                    SessionJson.read(recipe.create().apply(Parameters.NONE).text(), folder);
            if (session.carried().isEmpty()) {
                assertShort(session, 400);
            }
        }
    }

    private void assertShort(Session session, int most) {
        var link = LinkText.of(SessionJson.toLine(session, folder));
        assertTrue(link.length() <= most, () -> link.length() + " characters: " + link);
        assertEquals(session, SessionJson.read(LinkText.json(link), folder));
    }

    @Test
    void noDamagedLetterMakesAnotherSession() {
        var json = SessionJson.toLine(SessionDefaults.opening(), folder);
        var link = LinkText.of(json);
        int refused = 0;
        for (int at = LinkText.SCHEME.length(); at < link.length(); at++) {
            for (int letter = 0; letter < LETTERS.length(); letter++) {
                char other = LETTERS.charAt(letter);
                var damaged = link.substring(0, at) + other + link.substring(at + 1);
                try {
                    assertEquals(json, LinkText.json(damaged), damaged);
                } catch (BadInputException noticed) {
                    refused++;
                }
            }
        }
        assertTrue(refused > 1000, "only " + refused + " were refused");
    }

    @Test
    void aDamagedLinkSaysWhichPart() {
        var link = LinkText.of(SessionJson.toLine(SessionDefaults.opening(), folder));
        assertSays("holds nothing", LinkText.SCHEME + "1");
        assertSays("version \"9\"", link.replace(":1", ":9"));
        assertSays("character 16 is \"%\"", link.substring(0, 15) + "%" + link.substring(16));
        assertSays("ends too early, after 20 characters", link.substring(0, 20));
        assertSays("at most 2000", link + "A".repeat(2000));
    }

    @Test
    void chatsMayBreakALink() {
        var json = SessionJson.toLine(SessionDefaults.opening(), folder);
        var link = LinkText.of(json);
        assertEquals(json, LinkText.json(" " + link.substring(0, 20) + "\n " + link.substring(20) + "\n"));
    }

    @Test
    void aFewCharactersDoNotBecomeAllMemory() {
        var deflater = new Deflater(9, true);
        deflater.setDictionary(LinkText.dictionary());
        byte[] zeros = new byte[1_000_000];
        deflater.setInput(zeros);
        deflater.finish();
        var packed = ByteBuffer.allocate(2000);
        packed.position(deflater.deflate(packed.array()));
        var crc = new CRC32();
        crc.update(zeros);
        packed.putInt((int) crc.getValue());
        var bytes = new byte[packed.position()];
        packed.get(0, bytes);
        assertSays(
                "more than 256 kB",
                LinkText.SCHEME + "1" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Old links must stay readable: a released dictionary is never edited; a new one gets a new version. */
    @Test
    void theDictionaryIsFrozen() {
        assertEquals(
                "b1fbca03e44069f821e715198db82ad52e4afbb19c12939bdc885bc3f9ca6b20",
                Carried.sha256(LinkText.dictionary()));
        assertEquals(
                SessionDefaults.opening(),
                SessionJson.read(LinkText.json("scorescope:1G82to7l1NLcOldwKAADOe3M"), folder));
    }

    private static void assertSays(String part, String link) {
        var complaint = assertThrows(BadInputException.class, () -> LinkText.json(link));
        assertTrue(complaint.getMessage().contains(part), complaint::getMessage);
    }
}
