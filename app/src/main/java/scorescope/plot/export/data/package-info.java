/** The numbers behind a figure: every array that it draws, with a line on what it is. */
package scorescope.plot.export.data;
