package scorescope.cli;

/**
 * A refusal and the result of following its remedy.
 *
 * @param <T> kind of input: a command, a session's text, the bytes of a file
 * @param bad the refused input
 * @param remedy the printed remedy, at the end of the line
 * @param followed the input after following the remedy
 */
record RemedyCase<T>(T bad, String remedy, T followed) {
    @Override
    public String toString() {
        return remedy;
    }
}
