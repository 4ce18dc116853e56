package scorescope.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the weights of a network are: in a file, among the {@link Carried} bytes, or nowhere yet (the network that is
 * being trained in this program).
 *
 * @param sha256 what the bytes must hash to, in lower-case hexadecimal; empty if any will do
 */
public record NetworkFile(Optional<Path> file, Optional<String> sha256) {
    public static final NetworkFile NONE = new NetworkFile(Optional.empty(), Optional.empty());

    /** Whether it says where the weights are. */
    public boolean given() {
        return file.isPresent() || sha256.isPresent();
    }
}
