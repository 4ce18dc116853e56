package scorescope.plot.export;

/** What an exported figure carries beside its picture. */
public enum Contents {
    /** The session with the bytes of all files that it names: it opens anywhere. */
    SESSION_AND_DATA,
    /** The session; files are named by their SHA-256. */
    SESSION,
    /** Nothing that says where the picture comes from, as for a review that must not know its authors. */
    NOTHING
}
