/** Layers of a panel, one file each, and their catalog. */
package scorescope.plot.layer;
