/** Noise processes x_t = α(t)x₀ + σ(t)ε, one file each, and their catalog. */
package scorescope.core.noise;
