package scorescope.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The machine's folder for temporary files, through which fonts and native libraries are loaded. */
public final class TemporaryFolder {
    static final String PROPERTY = "java.io.tmpdir";
    private static final byte[] PROBE = new byte[1 << 12];

    private TemporaryFolder() {}

    /** Why no file can be created there; empty if one can. */
    public static Optional<StorageException> problem() {
        String place = System.getProperty(PROPERTY, "");
        try {
            Path probe = Files.createTempFile(Path.of(place), "scorescope", ".tmp");
            try {
                Files.write(probe, PROBE);
                return Optional.empty();
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException failed) {
            return Optional.of(StorageException.temporary(place, failed));
        } catch (InvalidPathException impossible) {
            return Optional.of(StorageException.temporary(place, new IOException(impossible)));
        }
    }

    /** @throws StorageException if no file can be created there */
    public static void require() throws StorageException {
        var problem = problem();
        if (problem.isPresent()) {
            throw problem.get();
        }
    }
}
