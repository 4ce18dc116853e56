/** Estimation of a clean point from a noisy one: denoisers, posteriors, and Stein's unbiased risk estimate (SURE). */
package scorescope.core.denoise;
