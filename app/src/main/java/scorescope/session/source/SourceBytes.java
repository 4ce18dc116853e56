package scorescope.session.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.InputFile;
import scorescope.core.io.StorageException;
import scorescope.session.Carried;
import scorescope.words.Words;

/** The bytes that a session refers to by file, SHA-256 or both: the embedded ones, else those of the file. */
public final class SourceBytes {
    private SourceBytes() {}

    /**
     * The bytes.
     *
     * @param section section of the session that refers to them, for messages
     * @throws BadInputException saying which file is missing or altered
     */
    public static byte[] of(Carried carried, Optional<Path> file, Optional<String> sha256, String section) {
        return sha256.flatMap(carried::bytes).orElseGet(() -> read(file, sha256, section));
    }

    private static byte[] read(Optional<Path> named, Optional<String> sha256, String section) {
        var file = named.orElseThrow(() -> new BadInputException(
                section + ".sha256",
                Words.text("session.not-carried", sha256.orElse("")),
                Words.text("session.open-carrier", section)));
        try {
            byte[] bytes = InputFile.bytes(file);
            sha256.filter(expected -> !expected.equals(Carried.sha256(bytes))).ifPresent(expected -> {
                throw new BadInputException(
                        file.toString(),
                        Words.text("session.other-file"),
                        Words.text("session.restore-or-remove", section));
            });
            return bytes;
        } catch (IOException unreadable) {
            throw StorageException.of(unreadable, file.toString(), false).asBadInput();
        }
    }
}
