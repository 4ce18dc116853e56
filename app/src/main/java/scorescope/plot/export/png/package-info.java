/** Bytes of PNG files, still and animated. */
package scorescope.plot.export.png;
