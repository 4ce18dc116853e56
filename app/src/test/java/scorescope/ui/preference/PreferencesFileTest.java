package scorescope.ui.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preferences outlive the program, and no file of them stops a start. */
class PreferencesFileTest {
    @TempDir
    private Path folder;

    private Preferences start() {
        var preferences = new Preferences();
        PreferencesFile.keep(preferences, folder.resolve("state/preferences.properties"));
        return preferences;
    }

    @Test
    void theNextStartFindsWhatWasSet() {
        for (var theme : Theme.values()) {
            start().themeProperty().set(theme);
            assertEquals(theme, start().theme());
        }
    }

    @Test
    void theNextStartHasTheScaleThatWasChosen() throws IOException {
        for (var scale : Scale.STEPS) {
            start().scaleProperty().set(scale);
            assertEquals(scale, start().scaleProperty().get());
        }
        Files.writeString(folder.resolve("state/preferences.properties"), "scale=5000");
        assertEquals(Scale.NORMAL, start().scaleProperty().get());
    }

    @Test
    void motionFollowsTheSystemUntilAPersonWantsItOtherwise() {
        for (boolean system : new boolean[] {false, true}) {
            var preferences = new Preferences(() -> system);
            assertEquals(system, preferences.reducedMotion());
            preferences.switchMotion();
            assertEquals(!system, preferences.reducedMotion());
            preferences.switchMotion();
            assertEquals(Motion.SYSTEM, preferences.motionProperty().get());
        }
        start().switchMotion();
        assertEquals(Motion.REDUCED, start().motionProperty().get());
    }

    @Test
    void strongContrastIsASwitchOnBothThemes() {
        var preferences = start();
        preferences.switchContrast();
        assertEquals(Theme.LIGHT_CONTRAST, preferences.theme());
        preferences.switchTheme();
        assertEquals(Theme.DARK_CONTRAST, preferences.theme());
        preferences.switchContrast();
        assertEquals(Theme.DARK, preferences.theme());
    }

    /** Seed 11. */
    @Test
    void anyBytesAreAStartWithDefaults() throws IOException {
        var random = new Random(11);
        var file = Files.createDirectories(folder.resolve("state")).resolve("preferences.properties");
        for (int i = 0; i < 100; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
            assertEquals(Theme.LIGHT, start().theme());
        }
        Files.writeString(file, "theme=\\u00zz");
        assertEquals(Theme.LIGHT, start().theme());
    }
}
