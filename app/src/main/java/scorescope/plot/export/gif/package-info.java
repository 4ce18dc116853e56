/** Bytes of animated GIF files. */
package scorescope.plot.export.gif;
