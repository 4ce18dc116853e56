package scorescope.core.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import scorescope.core.BadInputException;

/**
 * A file cannot be written or read because of the machine: no space, no permission, a failing disk. Neither the input nor the
 * program is at fault. States place, problem and remedy, as {@link BadInputException} does.
 */
public final class StorageException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String ELSEWHERE = "choose another folder";
    private static final String CLOSED_PIPE = "the reader has closed the pipe";

    private final String place;
    private final String problem;
    private final String remedy;

    /**
     * A message of the system and its meaning.
     *
     * @param said part of the system's English message, in lower case
     */
    private record Meaning(String said, String problem, String remedy) {}

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("no space left", "no space left", "free some or " + ELSEWHERE),
            new Meaning("not enough space on the disk", "no space left", "free some or " + ELSEWHERE),
            new Meaning("quota exceeded", "the disk quota is used up", "free some space or " + ELSEWHERE),
            new Meaning("file too large", "the file system takes no file of that size", ELSEWHERE),
            new Meaning("read-only file system", "the file system is read-only", ELSEWHERE),
            new Meaning("permission denied", "may not be used", "change its permissions or " + ELSEWHERE),
            new Meaning("operation not permitted", "may not be used", "change its permissions or " + ELSEWHERE),
            new Meaning("file name too long", "the name is too long", "choose a shorter one"),
            new Meaning("too many open files", "too many files are open", "close other programs and try again"),
            new Meaning("resource busy", "is in use", "choose another name"),
            new Meaning("being used by another process", "is in use", "close it there or choose another name"),
            new Meaning("bad file descriptor", "is closed", "open it, as by > FILE"),
            new Meaning("broken pipe", CLOSED_PIPE, "let it read to the end"),
            new Meaning("input/output error", "the disk reports an error", "check the disk or " + ELSEWHERE));

    private StorageException(String place, String problem, String remedy, IOException cause) {
        super(place + ": " + problem + "; " + remedy, cause);
        this.place = place;
        this.problem = problem;
        this.remedy = remedy;
    }

    /**
     * The exception for {@code failed}.
     *
     * @param place the file, folder or stream, as the person knows it
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
                return new StorageException(place, meaning.problem, meaning.remedy, failed);
            }
        }
        if (failed instanceof AccessDeniedException) {
            return new StorageException(place, "may not be used", "change its permissions or " + ELSEWHERE, failed);
        }
        if (failed instanceof NoSuchFileException) {
            return new StorageException(
                    place,
                    "is not there any more",
                    writing ? "create its folder or " + ELSEWHERE : "restore it",
                    failed);
        }
        return new StorageException(
                place,
                (writing ? "cannot be written" : "cannot be read") + " (" + said + ")",
                writing ? "check free space and permissions or " + ELSEWHERE : "check the disk or copy the file again",
                failed);
    }

    /** That the folder for temporary files, {@code place}, cannot be used. */
    static StorageException temporary(String place, IOException failed) {
        return new StorageException(
                "the folder for temporary files " + place,
                "cannot be written",
                "make room in it and check its permissions, or set SCORESCOPE_JAVA_OPTS=-D" + TemporaryFolder.PROPERTY
                        + "=FOLDER to another",
                failed);
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

    /** The same complaint as bad input, for a file named by the user where no failure of the machine is expected. */
    public BadInputException asBadInput() {
        return new BadInputException(place, problem, remedy);
    }

    /** Whether the reader of a pipe has closed it, as {@code head} does after its last line. */
    public boolean isClosedPipe() {
        return problem.equals(CLOSED_PIPE);
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
