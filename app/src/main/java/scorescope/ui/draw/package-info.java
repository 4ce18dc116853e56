/** Painting on a JavaFX canvas, and images of rasters. */
package scorescope.ui.draw;
