package scorescope.cli;

/**
 * A refusal and what following its remedy leads to.
 *
 * @param <T> what is tried: a command, a session's text, the bytes of a file
 * @param bad what is refused
 * @param remedy as it is printed, at the end of the line
 * @param followed what the remedy asks for
 */
record RemedyCase<T>(T bad, String remedy, T followed) {
    @Override
    public String toString() {
        return remedy;
    }
}
