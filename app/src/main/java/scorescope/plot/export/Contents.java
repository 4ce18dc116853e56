package scorescope.plot.export;

/** What an exported figure contains besides its picture. */
public enum Contents {
    /** The session with the bytes of all files that it names, so that it opens on any machine. */
    SESSION_AND_DATA,
    /** The session; files are named by their SHA-256. */
    SESSION,
    /** Nothing that reveals the origin of the picture, for anonymous review. */
    NOTHING
}
