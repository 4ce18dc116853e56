/** What a crash must not take: the window's work, seconds old, in a folder of the program's own. */
package scorescope.ui.recovery;
