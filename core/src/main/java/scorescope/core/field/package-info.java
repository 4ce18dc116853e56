/** Scalar and vector fields sampled on grids, with their contours, streamlines and critical points. */
package scorescope.core.field;
