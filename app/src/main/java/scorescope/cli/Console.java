package scorescope.cli;

import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err progress and complaints
 */
record Console(PrintStream out, PrintStream err) {}
