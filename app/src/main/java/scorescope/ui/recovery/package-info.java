/** Recovery after a crash: the window's work, at most seconds old, in a folder of the program. */
package scorescope.ui.recovery;
