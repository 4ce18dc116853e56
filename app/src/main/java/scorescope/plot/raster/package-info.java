/** A painter in software, for pictures and for the stage. */
package scorescope.plot.raster;
