package scorescope.plot.export;

import java.util.Optional;

/** A file format of pictures that can contain their session. */
public interface SessionCarrier {
    /** Number of bytes that suffice to recognise a format; blank lines may come first. */
    int START = 1 << 16;

    /** The extension of its files, lower case, without a dot. */
    String extension();

    /** Its name for people, such as "SVG vector graphics". */
    String title();

    /**
     * Whether a file is of this format, judged by its first bytes.
     *
     * @param start its first bytes, at least {@link #START} of them if the file is that long
     */
    boolean recognises(byte[] start);

    /**
     * The JSON of the session inside a file of this format; empty if it contains none.
     *
     * @param place what to call the file in messages
     * @throws scorescope.core.BadInputException if the file is damaged
     */
    Optional<String> session(byte[] file, String place);
}
