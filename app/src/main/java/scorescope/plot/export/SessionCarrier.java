package scorescope.plot.export;

import java.util.Optional;

/** A file format in which a picture carries its session. */
public interface SessionCarrier {
    /** How many bytes tell a format: blank lines may stand first. */
    int START = 1 << 16;

    /** The ending of its files, lower case, without a dot. */
    String extension();

    /** Its name for people, such as "SVG vector graphics". */
    String title();

    /**
     * Whether a file is of this format, by how it begins.
     *
     * @param start its first bytes, at least {@link #START} of them if it has so many
     */
    boolean recognises(byte[] start);

    /**
     * The JSON of the session that a file of this format carries; empty if it carries none.
     *
     * @param place what to call the file in messages
     * @throws scorescope.core.BadInputException if the file is damaged
     */
    Optional<String> session(byte[] file, String place);
}
