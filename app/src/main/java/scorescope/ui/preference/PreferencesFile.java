package scorescope.ui.preference;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import javafx.beans.property.ObjectProperty;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;

/** Preferences in a file of properties, read at the start and written at every change. */
public final class PreferencesFile {
    private static final String THEME = "theme";
    private static final String MOTION = "motion";
    private static final String SCALE = "scale";

    private final Path file;
    private final Preferences preferences;

    private PreferencesFile(Path file, Preferences preferences) {
        this.file = file;
        this.preferences = preferences;
    }

    /**
     * Sets what the file says, and stores every later change in it.
     *
     * @param file need not exist; what cannot be read in it keeps its default
     */
    public static void keep(Preferences preferences, Path file) {
        var connected = new PreferencesFile(file, preferences);
        connected.read();
        preferences.themeProperty().addListener((_, _, _) -> connected.write());
        preferences.motionProperty().addListener((_, _, _) -> connected.write());
        preferences.scaleProperty().addListener((_, _, _) -> connected.write());
    }

    private void read() {
        var stored = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            stored.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            // Preferences never stop a start.
            return;
        }
        take(stored.getProperty(THEME), Theme.values(), preferences.themeProperty());
        take(stored.getProperty(MOTION), Motion.values(), preferences.motionProperty());
        Scale.of(stored.getProperty(SCALE)).ifPresent(preferences.scaleProperty()::set);
    }

    private static <T extends Enum<T>> void take(String stored, T[] options, ObjectProperty<T> property) {
        Arrays.stream(options).filter(option -> id(option).equals(stored)).forEach(property::set);
    }

    private void write() {
        var stored = new Properties();
        stored.setProperty(THEME, id(preferences.theme()));
        stored.setProperty(MOTION, id(preferences.motionProperty().get()));
        stored.setProperty(
                SCALE, Integer.toString(preferences.scaleProperty().get().percent()));
        var text = new StringWriter();
        try {
            stored.store(text, null);
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | BadInputException unwritable) {
            // The window has what was asked for; it will have to be asked for again at the next start.
        }
    }

    private static String id(Enum<?> option) {
        return option.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
