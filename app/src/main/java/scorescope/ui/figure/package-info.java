/** The page on which a figure is composed: panels, how they are printed, and their export. */
package scorescope.ui.figure;
