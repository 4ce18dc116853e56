package scorescope.ui.recovery;

import java.nio.file.Path;
import java.util.Optional;
import scorescope.session.Session;

/**
 * Work of a window whose process was killed.
 *
 * @param file that the session was opened from or saved to
 * @param training bytes of a {@link scorescope.core.training.Checkpoint}
 * @param folder from which relative paths start
 */
public record Recovered(Session session, Optional<Path> file, Optional<byte[]> training, Path folder) {}
