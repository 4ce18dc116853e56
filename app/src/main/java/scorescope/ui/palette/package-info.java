/** The command palette: a search over all commands, values, studies and files. */
package scorescope.ui.palette;
