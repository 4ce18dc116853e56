package scorescope.cli;

import java.io.PrintStream;

/**
 * Output streams of a command.
 *
 * @param out results
 * @param err progress and error messages
 */
record Console(PrintStream out, PrintStream err) {}
