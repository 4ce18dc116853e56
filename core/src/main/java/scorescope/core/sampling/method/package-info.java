/** Sampling methods, one file each, and their catalog. */
package scorescope.core.sampling.method;
