/** Distributions of the plane: Gaussian mixtures, exact or noised, and the presets. */
package scorescope.core.density;
