/** Grids and lines that layers compute before they draw: densities, arrows, contours. */
package scorescope.plot.field;
