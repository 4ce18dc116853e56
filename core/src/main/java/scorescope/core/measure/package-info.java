/** Distances and divergences between samples and between densities. */
package scorescope.core.measure;
