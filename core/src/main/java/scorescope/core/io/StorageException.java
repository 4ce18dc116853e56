package scorescope.core.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import scorescope.core.BadInputException;
import scorescope.core.words.CoreWords;

/**
 * A file cannot be written or read because of the machine: no space, no permission, a failing disk. Neither the input nor the
 * program is at fault. States place, problem and remedy, as {@link BadInputException} does.
 */
public final class StorageException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String NOT_PERMITTED = "not-permitted";
    private static final String CLOSED_PIPE = "closed-pipe";

    private final String place;
    private final String id;
    private final String problem;
    private final String remedy;

    /**
     * A message of the system and its meaning.
     *
     * @param said part of the system's English message, in lower case
     * @param id of its problem and remedy in the bundle
     */
    private record Meaning(String said, String id) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("no space left", "no-space"),
            new Meaning("not enough space on the disk", "no-space"),
            new Meaning("quota exceeded", "quota"),
            new Meaning("file too large", "too-large"),
            new Meaning("read-only file system", "read-only"),
            new Meaning("permission denied", NOT_PERMITTED),
            new Meaning("operation not permitted", "protected"),
            new Meaning("file name too long", "long-name"),
            new Meaning("too many open files", "open-files"),
            new Meaning("resource busy", "busy"),
            new Meaning("being used by another process", "in-use"),
            new Meaning("bad file descriptor", "closed"),
            new Meaning("broken pipe", CLOSED_PIPE),
            new Meaning("input/output error", "disk-error"));

    /** @param id of problem and remedy in the bundle */
    private StorageException(String place, String id, IOException cause, Object... arguments) {
        this(
                place,
                id,
                CoreWords.text("core.io.storage." + id, arguments),
                CoreWords.text("core.io.storage." + id + ".remedy", arguments),
                cause);
    }

    private StorageException(String place, String id, String problem, String remedy, IOException cause) {
        super(place + ": " + problem + "; " + remedy, cause);
        this.place = place;
        this.id = id;
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * The exception for {@code failed}.
     *
     * @param place the file, folder or stream, as the user named it
     * @param writing whether it was being written, not read
     */
    public static StorageException of(IOException failed, String place, boolean writing) {
        if (failed instanceof StorageException known) {
            return known;
        }
        String said = reason(root(failed));
        String lower = said.toLowerCase(Locale.ROOT);
        for (var meaning : MEANINGS) {
            if (lower.contains(meaning.said)) {
                return new StorageException(place, meaning.id, failed);
            }
        }
        if (failed instanceof AccessDeniedException) {
            return new StorageException(place, NOT_PERMITTED, failed);
        }
        if (failed instanceof NoSuchFileException) {
            return new StorageException(place, writing ? "folder-gone" : "file-gone", failed);
        }
        return new StorageException(place, writing ? "not-written" : "not-read", failed, said);
    }

    /** The exception for the folder of temporary files, {@code place}, if it cannot be used. */
    static StorageException temporary(String place, IOException failed) {
        return new StorageException(
                CoreWords.text("core.io.storage.temporary.place", place),
                "temporary",
                failed,
                TemporaryFolder.PROPERTY);
    }

    /** The first failure, which libraries wrap in their own. */
    private static IOException root(IOException failed) {
        IOException root = failed;
        while (root.getCause() instanceof IOException earlier && earlier != root) {
            root = earlier;
        }
        return root;
    }

    private static String reason(IOException failed) {
        if (failed instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = failed.getMessage();
        return message == null
                ? failed.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /**
     * The same problem and remedy as bad input, for a file named by the user where no failure of the machine is expected.
     */
    public BadInputException asBadInput() {
        return new BadInputException(place, problem, remedy);
    }

    /** Whether the reader of a pipe has closed it, as {@code head} does after its last line. */
    public boolean isClosedPipe() {
        return id.equals(CLOSED_PIPE);
    }

    /** The file, folder or stream. */
    public String place() {
        return place;
    }

    /** The problem, without a full stop. */
    public String problem() {
        return problem;
    }

    /** The remedy, without a full stop. */
    public String remedy() {
        return remedy;
    }
}
