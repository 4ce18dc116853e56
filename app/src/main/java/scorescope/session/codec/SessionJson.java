package scorescope.session.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.FileKind;
import scorescope.core.io.InputFile;
import scorescope.core.io.InputText;
import scorescope.core.io.StorageException;
import scorescope.session.Session;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * The session file: strict UTF-8 JSON. Any error is a {@link BadInputException} that names the file, the place in it, the
 * problem and a remedy; nothing is guessed, dropped or converted silently.
 */
public final class SessionJson {
    /** Largest session file read, in bytes. */
    static final long LARGEST = 64L << 20;

    private SessionJson() {}

    /** The session in {@code file}; relative paths in it start at the file's folder. */
    public static Session read(Path file) {
        return read(file, List.of());
    }

    /** The session in {@code file} with overrides {@code KEY=VALUE}, see {@link Overrides}. */
    public static Session read(Path file, List<String> overrides) {
        return read(text(file), folderOf(file), file.toString(), overrides);
    }

    /** The session written in {@code text}. */
    public static Session read(String text, Path baseFolder) {
        return read(text, baseFolder, Words.text("session.the-session"), List.of());
    }

    /**
     * The session written in {@code text}, with overrides.
     *
     * @param source name of the text in messages, such as that of the file that contains it
     */
    public static Session read(String text, Path baseFolder, String source, List<String> overrides) {
        try {
            JsonNode tree = Json.parse(text);
            var reader = new SessionReader(baseFolder);
            return overrides.isEmpty() ? reader.readWhole(tree) : Overrides.apply(tree, overrides, reader);
        } catch (BadInputException bad) {
            throw bad.place().startsWith(Overrides.OPTION) ? bad : bad.in(source);
        }
    }

    /** The text of {@code session}; files under {@code baseFolder} are named relative to it. */
    public static String toText(Session session, Path baseFolder) {
        return JsonLayout.of(new SessionWriter(baseFolder).write(session));
    }

    /** The same on one line. */
    public static String toLine(Session session, Path baseFolder) {
        return JsonLayout.line(new SessionWriter(baseFolder).write(session));
    }

    /**
     * Writes {@code session}; a crash leaves the old file unchanged.
     *
     * @throws BadInputException if the folder does not exist or cannot be written to
     */
    public static void write(Session session, Path file) {
        String text = toText(session, folderOf(file));
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw StorageException.of(failed, file.toString(), true).asBadInput();
        }
    }

    private static String text(Path file) {
        String place = file.toString();
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw tooLarge(place);
            }
            return text(InputFile.bytes(file), place);
        } catch (IOException unreadable) {
            throw StorageException.of(unreadable, place, false).asBadInput();
        }
    }

    /**
     * The text of a session file's bytes. A file that holds a link gives the session of the link.
     *
     * @param place name of the file in messages
     */
    public static String text(byte[] bytes, String place) {
        if (bytes.length > LARGEST) {
            throw tooLarge(place);
        }
        String text = InputText.decode(bytes).orElseThrow(() -> noText(bytes, place));
        return LinkText.isLink(text) ? LinkText.json(text) : text;
    }

    private static BadInputException noText(byte[] bytes, String place) {
        if (InputText.endsInsideCharacter(bytes)) {
            return new BadInputException(
                    place, Words.text("session.cut-in-character", bytes.length), Words.text("session.restore-file"));
        }
        return FileKind.of(bytes)
                .filter(kind -> !kind.equals(FileKind.JSON))
                .map(kind -> new BadInputException(
                        place, Words.text("session.no-session", kind.name()), Words.text("session.name-session")))
                .orElseGet(() ->
                        new BadInputException(place, Words.text("session.no-utf8"), Words.text("session.save-utf8")));
    }

    private static BadInputException tooLarge(String place) {
        return new BadInputException(
                place, Words.text("session.too-large", LARGEST >> 20), Words.text("session.points-beside"));
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
