package scorescope.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The venues by name: lines of one asset file. A new one is a line there. */
public final class VenueCatalog {
    private static final String FILE = "/scorescope/venues.csv";
    private static final List<Venue> ALL = read();

    private VenueCatalog() {}

    public static List<Venue> all() {
        return ALL;
    }

    public static List<String> ids() {
        return ALL.stream().map(Venue::id).toList();
    }

    public static Optional<Venue> named(String id) {
        return ALL.stream().filter(venue -> venue.id().equals(id)).findFirst();
    }

    private static List<Venue> read() {
        try (var in = VenueCatalog.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the assets lack " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(VenueCatalog::venue)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Venue venue(String line) {
        var cells = line.split("\\s*;\\s*", -1);
        return new Venue(
                cells[0],
                cells[1],
                cells[2],
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                cells[5],
                Integer.parseInt(cells[6]));
    }
}
