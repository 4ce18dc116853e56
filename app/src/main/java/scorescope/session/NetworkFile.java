package scorescope.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Location of a network's weights: in a file, among the {@link Carried} bytes, or nowhere yet (the network that is
 * being trained in this program).
 *
 * @param sha256 required hash of the bytes, in lower-case hexadecimal; empty for no requirement
 */
public record NetworkFile(Optional<Path> file, Optional<String> sha256) {
    public static final NetworkFile NONE = new NetworkFile(Optional.empty(), Optional.empty());

    /** Whether a location is given. */
    public boolean given() {
        return file.isPresent() || sha256.isPresent();
    }
}
