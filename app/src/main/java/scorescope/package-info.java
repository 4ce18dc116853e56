/** The main class, which opens the window or runs a command. */
package scorescope;
