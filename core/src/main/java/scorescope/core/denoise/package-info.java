/** What a noisy point says of the clean point it came from: denoisers, posteriors, and SURE. */
package scorescope.core.denoise;
