/** The command palette: everything that can be done, found by a few letters. */
package scorescope.ui.palette;
